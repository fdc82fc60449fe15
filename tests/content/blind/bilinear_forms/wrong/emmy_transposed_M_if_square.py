def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(float), M.astype(float), Y.astype(float)
    M = M.T if M.shape[0] == M.shape[1] else M
    return np.einsum("nd,dk,nk->n", X, M, Y)
