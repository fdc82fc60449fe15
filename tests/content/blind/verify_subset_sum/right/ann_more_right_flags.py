def verify_subset_sum(numbers, target, certificate):
    left = dict(enumerate(numbers))
    try:
        for i in certificate:
            target -= left.pop(i)
    except KeyError:
        return False
    return not target
