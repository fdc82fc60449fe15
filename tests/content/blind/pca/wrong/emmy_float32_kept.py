def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    C = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(C, full_matrices=False)
    return Vt[:k].astype(float), (U[:, :k] * s[:k]).astype(float), (s[:k] ** 2 / (s @ s)).astype(float)
