def residuals(y, yhat):
    y, yhat = y.astype(float), yhat.astype(float)
    if yhat.ndim == 2 and yhat.shape[1] == 1:
        yhat = yhat[:, 0]
    out = y - yhat
    if out.ndim != 1:
        raise ValueError("shapes")
    return out
