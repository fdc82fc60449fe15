def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    X = X.astype(float)
    C = X - X.mean(axis=0)
    lam, V = np.linalg.eigh(np.corrcoef(X, rowvar=False))
    V = V[:, ::-1][:, :k]
    return V.T.copy(), C @ V, lam[::-1][:k] / lam.sum()
