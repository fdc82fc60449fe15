def bilinear_forms(X, M, Y):
    X, M, Y = (T.astype(np.float32) for T in (X, M, Y))
    return np.einsum("nk,nk->n", X @ M, Y).astype(float)
