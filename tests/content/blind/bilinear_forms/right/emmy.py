def bilinear_forms(X, M, Y):
    X, M, Y = (T.astype(np.float64) for T in (X, M, Y))
    return ((X @ M)[:, None, :] @ Y[:, :, None])[:, 0, 0]
