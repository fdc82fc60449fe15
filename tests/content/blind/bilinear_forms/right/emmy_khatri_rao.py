def bilinear_forms(X, M, Y):
    X, M, Y = (np.asarray(T, dtype=float) for T in (X, M, Y))
    return (X[:, :, None] * Y[:, None, :]).reshape(len(X), M.size) @ M.ravel()
