def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    U, s, V = np.linalg.svd(centred, full_matrices=False)
    components = V[:, :k].T.copy()
    scores = U[:, :k] * s[:k]
    return components, scores, s[:k] ** 2 / (s**2).sum()
