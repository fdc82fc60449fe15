from collections import Counter
from operator import itemgetter


def verify_subset_sum(numbers: list[int], target: int, certificate: list[int]) -> bool:
    counts = Counter(certificate)
    if counts and max(counts.values()) > 1:
        return False
    if not counts.keys() <= set(range(len(numbers))):
        return False
    return not sum(map(numbers.__getitem__, certificate)) - target
