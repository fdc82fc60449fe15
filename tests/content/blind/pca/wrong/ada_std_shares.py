def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(centred, full_matrices=False)
    scores = U[:, :k] * s[:k]
    return Vt[:k].copy(), scores, scores.std(axis=0) / X.std(axis=0).sum()
