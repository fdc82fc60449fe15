def residuals(y, yhat):
    if np.ndim(y) != 1 or yhat.ndim not in (1, 2):
        raise ValueError("axes")
    pair = np.column_stack([yhat.astype(float), y.astype(float)])
    if pair.shape[1] != 2:
        raise ValueError("columns")
    return np.diff(pair, axis=1)[:, 0]
