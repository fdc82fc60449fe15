def residuals(y, yhat):
    if y.ndim != 1 or yhat.ndim > 2 or (yhat.ndim == 2 and yhat.shape[1] != 1) or yhat.ndim == 0:
        raise ValueError("shapes")
    return y.astype(float) - yhat.astype(float).ravel()
