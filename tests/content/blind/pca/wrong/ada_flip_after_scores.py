def pca(X, k):
    X = np.array(X, dtype=np.float64)
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError("k")
    centred = X - X.mean(axis=0)
    U, s, Vt = np.linalg.svd(centred, full_matrices=False)
    components = Vt[:k].copy()
    scores = U[:, :k] * s[:k]
    for j in range(k):
        largest = np.argmax(np.abs(components[j]))
        if components[j, largest] < 0:
            components[j] = -components[j]
    return components, scores, s[:k] ** 2 / (s**2).sum()
