def residuals(y, yhat):
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    if y.ndim != 1:
        raise ValueError("y")
    if yhat.ndim > 1:
        if yhat.shape[-1] != 1:
            raise ValueError("yhat")
        yhat = yhat[..., 0]
    if yhat.shape != y.shape:
        raise ValueError("lengths")
    return y - yhat
