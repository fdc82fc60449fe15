def pca(X, k):
    n, d = X.shape
    if k < 1 or k > min(n, d):
        raise ValueError("k")
    H = np.eye(n) - np.full((n, n), 1 / n)
    C = H @ X.astype(float)
    polar = np.linalg.svd(C, full_matrices=False)
    V = polar.Vh[:k] * np.where(polar.Vh[:k].sum(axis=1) < 0, -1, 1)[:, None]
    S = C @ V.T
    return V, S, np.einsum("ik,ik->k", S, S) / np.einsum("ij,ij->", C, C)
