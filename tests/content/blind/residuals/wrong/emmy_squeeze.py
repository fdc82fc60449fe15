def residuals(y, yhat):
    y, yhat = y.astype(float), yhat.astype(float).squeeze()
    if y.ndim != 1 or yhat.size != y.size:
        raise ValueError("shapes")
    return y - yhat
