def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(float), M.astype(float), Y.astype(float)
    out = np.empty(len(X))
    for i in range(0, len(X), 4096):
        out[i : i + 4096] = np.diag(X[i : i + 4096] @ M @ Y[i : i + 4096].T)
    return out
