def verify_subset_sum(numbers, target, certificate):
    if len(set(certificate)) != len(certificate) or any(i < 0 for i in certificate):
        return False
    total = 0
    for i in certificate:
        if i >= len(numbers):
            break
        total += numbers[i]
    return total == target
