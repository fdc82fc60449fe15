def bilinear_forms(X, M, Y):
    return np.einsum("nd,dk,nk->n", *map(np.float64, (X, M, Y)), optimize="optimal")
