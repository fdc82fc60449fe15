def bilinear_forms(X, M, Y):
    X = X.astype(np.int64)
    M = M.astype(np.int64)
    Y = Y.astype(np.int64)
    return ((X @ M) * Y).sum(axis=1).astype(np.float64)
