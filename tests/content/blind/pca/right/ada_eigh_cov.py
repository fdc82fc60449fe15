def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if k < 1 or k > n or k > d:
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    order = np.argsort(values)[::-1][:k]
    components = vectors[:, order].T.copy()
    scores = centred @ components.T
    return components, scores, scores.var(axis=0) / X.var(axis=0).sum()
