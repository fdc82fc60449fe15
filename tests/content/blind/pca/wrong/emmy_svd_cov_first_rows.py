def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    C = X.astype(float) - X.mean(axis=0)
    lam, V = np.linalg.eigh(C.T @ C)
    comps = V[::-1][:k].copy()
    return comps, C @ comps.T, lam[::-1][:k] / lam.sum()
