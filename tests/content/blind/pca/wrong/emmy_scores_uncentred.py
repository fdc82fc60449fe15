def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    X = X.astype(float)
    lam, V = np.linalg.eigh(np.atleast_2d(np.cov(X, rowvar=False)))
    comps = V[:, ::-1][:, :k].T.copy()
    return comps, X @ comps.T, lam[::-1][:k] / lam.sum()
