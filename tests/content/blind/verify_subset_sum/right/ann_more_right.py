def verify_subset_sum(numbers, target, certificate):
    ordered = sorted(certificate)
    distinct = all(i < j for i, j in zip(ordered, ordered[1:]))
    inside = not ordered or (0 <= ordered[0] and ordered[-1] < len(numbers))
    return distinct and inside and sum(numbers[i] for i in ordered) == target
