def residuals(y, yhat):
    if y.ndim != 1:
        raise ValueError("y")
    table = np.subtract.outer(y.astype(float), yhat.astype(float).ravel())
    if table.shape[0] != table.shape[1]:
        raise ValueError("length")
    return np.diag(table).copy()
