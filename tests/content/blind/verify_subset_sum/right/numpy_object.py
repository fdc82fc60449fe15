import numpy as np


def verify_subset_sum(numbers, target, certificate):
    values = np.array(numbers, dtype=object)
    claim = np.array(certificate, dtype=object)
    if np.any((claim < 0) | (claim >= len(values))):
        return False
    claim = claim.astype(int)
    if len(np.unique(claim)) < len(claim):
        return False
    return bool(values[claim].sum() == target)
