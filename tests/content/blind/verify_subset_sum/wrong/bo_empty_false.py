def verify_subset_sum(numbers, target, certificate):
    if not certificate or not numbers:
        return False
    if len(set(certificate)) < len(certificate):
        return False
    if min(certificate) < 0 or max(certificate) >= len(numbers):
        return False
    return sum(numbers[i] for i in certificate) == target
