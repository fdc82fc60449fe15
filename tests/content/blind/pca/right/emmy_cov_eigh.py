def pca(X, k):
    if k < 1 or k > min(X.shape):
        raise ValueError("k")
    X = X.astype(float)
    C = X - X.mean(axis=0)
    lam, V = np.linalg.eigh(C.T @ C)
    comps = np.ascontiguousarray(V[:, ::-1][:, :k].T)
    scores = C @ comps.T
    return comps, scores, scores.var(axis=0) / X.var(axis=0).sum()
