def pairwise_sq_dists(A, B):
    A = A.astype(np.float32)
    B = B.astype(np.float32)
    if A.shape[1] != B.shape[1]:
        raise ValueError("lengths differ")
    D = (A**2).sum(axis=1, keepdims=True) - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0).astype(np.float64)
