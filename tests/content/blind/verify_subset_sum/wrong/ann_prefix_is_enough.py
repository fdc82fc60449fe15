def verify_subset_sum(numbers, target, certificate):
    seen = set()
    total = 0
    if target == 0 and not certificate:
        return True
    for i in certificate:
        if i < 0 or i >= len(numbers) or i in seen:
            return False
        seen.add(i)
        total += numbers[i]
        if total == target:
            return True
    return False
