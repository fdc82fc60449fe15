def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(float), M.astype(float), Y.astype(float)
    return np.einsum("nd,dk,mk->nm", X, M, Y, optimize=True).trace(axis1=0, axis2=1) * np.ones(len(X)) if len(X) == 1 else np.einsum("nd,dk,mk->n", X, M, Y, optimize=True)
