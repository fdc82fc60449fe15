def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->n", X, M, Y, dtype=np.float64, casting="unsafe")
