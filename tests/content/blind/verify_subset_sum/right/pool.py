def verify_subset_sum(numbers, target, certificate):
    pool = dict(enumerate(numbers))
    try:
        return sum(pool.pop(i) for i in certificate) == target
    except KeyError:
        return False
