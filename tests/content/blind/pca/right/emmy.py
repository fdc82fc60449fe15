def pca(X, k):
    n, d = X.shape
    if not 1 <= k <= min(n, d):
        raise ValueError(f"k = {k}, but 1 <= k <= {min(n, d)}")
    C = X.astype(np.float64)
    C = C - C[0]  # the variation alone, before any sum is rounded
    C -= C.mean(axis=0)
    # C = QR: C and R share right singular vectors and singular values
    _, s, Vt = np.linalg.svd(np.linalg.qr(C, mode="r"), full_matrices=False)
    components = Vt[:k].copy()
    total = s @ s
    return components, C @ components.T, s[:k] ** 2 / (total if total > 0 else 1.0)
