def bilinear_forms(X, M, Y):
    X, M, Y = X.astype(float), M.astype(float), Y.astype(float)
    return np.fromiter((x @ M @ y for x, y in zip(X, Y)), dtype=float, count=len(X))
