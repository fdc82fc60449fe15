def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(np.int64), M.astype(np.int64), Y.astype(np.int64)
    return ((X @ M) * Y).sum(axis=1).astype(float)
