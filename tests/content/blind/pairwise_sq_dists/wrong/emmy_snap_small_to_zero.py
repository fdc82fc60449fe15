def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    A, B = A.astype(float), B.astype(float)
    D = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
    D[D < 1e-6] = 0.0
    return D
