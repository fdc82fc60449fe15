import math


def verify_subset_sum(numbers, target, certificate):
    return (
        len(set(certificate)) == len(certificate)
        and all(i in range(len(numbers)) for i in certificate)
        and math.fsum(numbers[i] for i in certificate) == target
    )
