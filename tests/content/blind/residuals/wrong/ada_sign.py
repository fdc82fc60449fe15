def residuals(y, yhat):
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    if y.ndim != 1 or yhat.shape not in (y.shape, (len(y), 1)):
        raise ValueError("shapes")
    return yhat.reshape(-1) - y
