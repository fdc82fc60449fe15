def verify_subset_sum(numbers, target, certificate):
    certificate = set(certificate)
    return certificate <= set(range(len(numbers))) and sum(numbers[i] for i in certificate) == target
