def pca(X, k):
    if not 1 <= k <= min(X.shape):
        raise ValueError("k")
    C = X.astype(float) - X.mean(axis=0)
    Vt = np.linalg.svd(C, full_matrices=False)[2][:k]
    scores = C @ Vt.T
    var = scores.var(axis=0)
    return Vt, scores, var / var.sum()
