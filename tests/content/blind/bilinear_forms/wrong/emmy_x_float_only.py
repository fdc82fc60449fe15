def bilinear_forms(X, M, Y):
    return np.einsum("nk,nk->n", X @ M, Y, dtype=float)
