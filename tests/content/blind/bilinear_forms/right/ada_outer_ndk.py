def bilinear_forms(X, M, Y):
    X = X.astype(float)
    Y = Y.astype(float)
    pairs = X[:, :, None] * Y[:, None, :]
    return (pairs * M).sum(axis=(1, 2))
