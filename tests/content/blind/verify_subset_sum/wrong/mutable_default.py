def verify_subset_sum(numbers, target, certificate, seen=set()):
    total = 0
    for i in certificate:
        if i in seen or not 0 <= i < len(numbers):
            seen.clear()
            return False
        seen.add(i)
        total += numbers[i]
    if total == target:
        seen.clear()
        return True
    return False
