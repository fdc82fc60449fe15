def verify_subset_sum(numbers, target, certificate):
    if not numbers:
        return False
    if len(set(certificate)) != len(certificate):
        return False
    if any(i not in range(len(numbers)) for i in certificate):
        return False
    return sum(numbers[i] for i in certificate) == target
