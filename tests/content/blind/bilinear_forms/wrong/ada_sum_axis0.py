def bilinear_forms(X, M, Y):
    X = np.array(X, dtype=np.float64)
    M = np.array(M, dtype=np.float64)
    Y = np.array(Y, dtype=np.float64)
    return ((X @ M) * Y).sum(axis=0)
