def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    C = X.astype(float) - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(C, full_matrices=False)
    scores = U[:, :k] * s[:k]
    comps = Vt[:k] * np.sign(Vt[np.arange(k), np.abs(Vt[:k]).argmax(axis=1)])[:, None]
    return comps, scores, s[:k] ** 2 / (s**2).sum()
