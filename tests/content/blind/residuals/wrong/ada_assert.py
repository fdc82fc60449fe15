def residuals(y, yhat):
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    assert y.ndim == 1
    assert yhat.shape == y.shape or yhat.shape == (len(y), 1)
    return y - yhat.reshape(-1)
