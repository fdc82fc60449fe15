def residuals(y, yhat):
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    if y.ndim != 1:
        raise ValueError("y")
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    if yhat.ndim != 1 or (len(yhat) == 1 and len(y) > 1):
        raise ValueError("yhat")
    return y - yhat
