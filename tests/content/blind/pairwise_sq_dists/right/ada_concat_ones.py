def pairwise_sq_dists(A, B):
    A = np.asarray(A, dtype=np.float64)
    B = np.asarray(B, dtype=np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError("lengths differ")
    left = np.hstack([A, (A * A).sum(axis=1)[:, np.newaxis], np.ones((len(A), 1))])
    right = np.hstack([-2 * B, np.ones((len(B), 1)), (B * B).sum(axis=1)[:, np.newaxis]])
    D = left @ right.T
    return np.where(D < 0, 0.0, D)
