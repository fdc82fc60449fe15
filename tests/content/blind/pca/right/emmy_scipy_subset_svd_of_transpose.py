def pca(X, k):
    if k < 1 or k > min(X.shape):
        raise ValueError("k")
    C = (X - X.mean(axis=0, dtype=float)).astype(float)
    U, s, Vt = np.linalg.svd(C.T, full_matrices=False)
    e = np.cumsum(s**2)
    return U.T[:k].copy(), (s[:k, None] * Vt[:k]).T.copy(), np.diff(e[:k], prepend=0) / e[-1]
