def verify_subset_sum(numbers, target, certificate):
    try:
        total = sum(numbers[i] for i in certificate)
    except (IndexError, OverflowError):
        total = 0
    if len(set(certificate)) != len(certificate) or any(i < 0 for i in certificate):
        return False
    return total == target
