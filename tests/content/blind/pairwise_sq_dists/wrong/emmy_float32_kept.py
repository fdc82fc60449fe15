def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    if A.dtype.kind != "f":
        A = A.astype(float)
    if B.dtype.kind != "f":
        B = B.astype(float)
    D = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0).astype(float)
