def bilinear_forms(X, M, Y):
    n = X.shape[0]
    out = np.zeros(n)
    M = M.astype(float)
    for i in range(n):
        out[i] = X[i].astype(float) @ M @ Y[i].astype(float)
    return out
