def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    A, B = A.astype(float), B.astype(float)
    def part(lo, hi):
        if hi - lo == 0:
            return np.zeros((len(A), len(B)))
        if hi - lo == 1:
            return np.subtract.outer(A[:, lo], B[:, lo]) ** 2
        mid = (lo + hi) // 2
        D = part(lo, mid)
        D += part(mid, hi)
        return D
    return part(0, A.shape[1])
