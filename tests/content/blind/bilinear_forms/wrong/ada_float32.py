def bilinear_forms(X, M, Y):
    X = X.astype(np.float32)
    M = M.astype(np.float32)
    Y = Y.astype(np.float32)
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)
