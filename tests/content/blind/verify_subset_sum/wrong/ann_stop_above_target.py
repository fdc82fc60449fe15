def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) != len(certificate):
        return False
    total = 0
    for i in certificate:
        if not 0 <= i < len(numbers):
            return False
        total += numbers[i]
        if total > target:
            return False
    return total == target
