def residuals(y, yhat):
    if y.ndim != 1 or yhat.shape not in [(len(y),), (len(y), 1)]:
        raise ValueError("shapes")
    return (y.astype(np.int64, copy=False) - yhat.ravel() if y.dtype.kind in "ui" else y - yhat.ravel()).astype(float)
