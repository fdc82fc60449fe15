def verify_subset_sum(numbers, target, certificate):
    left = dict(enumerate(numbers))
    try:
        return sum(left.pop(i) for i in certificate) == target
    except KeyError:
        return False
