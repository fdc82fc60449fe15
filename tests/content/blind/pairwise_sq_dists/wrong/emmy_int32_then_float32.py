def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    A, B = A.astype(np.float32), B.astype(np.float32)
    D = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0).astype(float)
