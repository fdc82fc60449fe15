def residuals(y, yhat):
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    if y.ndim != 1 or yhat.ndim not in (1, 2) or len(y) != len(yhat):
        raise ValueError("shapes")
    return y - yhat.ravel()
