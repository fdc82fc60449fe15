def pca(X, k):
    """Return the first `k` principal components of the rows of `X`."""
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError(f"k must lie between 1 and {min(n, d)}")
    centred = X - X.mean(axis=0)
    _, sizes, patterns = np.linalg.svd(centred, full_matrices=False)
    components = patterns[:k].copy()
    scores = centred @ components.T
    total = (centred**2).sum()
    if total == 0:
        explained_ratio = np.zeros(k)
    else:
        explained_ratio = sizes[:k] ** 2 / total
    return components, scores, explained_ratio
