def residuals(y, yhat):
    if y.ndim != 1 or len(y) != len(yhat) or yhat.ndim > 2:
        raise ValueError("shapes")
    if yhat.ndim == 2:
        yhat = yhat[:, 0]
    return y.astype(float) - yhat
