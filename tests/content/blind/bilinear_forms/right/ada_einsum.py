def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->n", X.astype(float), M.astype(float), Y.astype(float))
