def verify_subset_sum(numbers, target, certificate):
    """Say whether a certificate proves that some of the numbers add up to the target."""
    seen = set()
    total = 0
    for index in certificate:
        if index < 0 or index >= len(numbers):
            return False
        if index in seen:
            return False
        seen.add(index)
        total += numbers[index]
    return total == target
