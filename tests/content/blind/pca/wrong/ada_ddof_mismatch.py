def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    _, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    scores = centred @ components.T
    ratio = (s[:k] ** 2 / (n - 1)) / X.var(axis=0).sum()
    return components, scores, ratio
