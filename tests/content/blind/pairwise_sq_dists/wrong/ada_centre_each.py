def pairwise_sq_dists(A, B):
    A = np.array(A, dtype=np.float64)
    B = np.array(B, dtype=np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError("lengths differ")
    if len(A) == 0 or len(B) == 0:
        return np.zeros((len(A), len(B)))
    A = A - A.mean(axis=0)  # smaller numbers, less rounding
    B = B - B.mean(axis=0)
    D = (A**2).sum(axis=1, keepdims=True) - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0)
