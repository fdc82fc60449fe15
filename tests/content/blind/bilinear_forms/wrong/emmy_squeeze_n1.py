def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(float), M.astype(float), Y.astype(float)
    return np.squeeze((X @ M)[:, None, :] @ Y[:, :, None])
