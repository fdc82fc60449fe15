def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    X = X.astype(float)
    C = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(C, full_matrices=False)
    return Vt[:k].copy(), C @ Vt[:k].T, s[:k] ** 2 / (len(X) - 1) / X.var(axis=0).sum()
