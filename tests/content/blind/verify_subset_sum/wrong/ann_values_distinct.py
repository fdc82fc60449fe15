def verify_subset_sum(numbers, target, certificate):
    if any(i < 0 or i >= len(numbers) for i in certificate):
        return False
    picked = [numbers[i] for i in certificate]
    if len(picked) != len(set(picked)):
        return False
    return sum(picked) == target
