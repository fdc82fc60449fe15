def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    return components, X @ components.T, s[:k] ** 2 / (s**2).sum()
