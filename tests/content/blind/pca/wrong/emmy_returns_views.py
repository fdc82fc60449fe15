def pca(X, k):
    if not 1 <= k <= X.shape[1]:
        raise ValueError("k")
    C = X.astype(float) - X.mean(axis=0)
    lam, V = np.linalg.eigh(C.T @ C / len(X))
    order = np.argsort(-lam)[:k]
    return V[:, order].T, C @ V[:, order], lam[order] / X.var(axis=0).sum()
