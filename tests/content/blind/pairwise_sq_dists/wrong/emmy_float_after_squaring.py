def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    a2 = (A * A).sum(axis=1, dtype=float)
    b2 = (B * B).sum(axis=1, dtype=float)
    D = a2[:, None] - 2 * (A.astype(float) @ B.astype(float).T) + b2
    return np.maximum(D, 0)
