def residuals(y, yhat):
    """Subtract each prediction from its observation."""
    y = np.array(y, dtype=np.float64)
    yhat = np.array(yhat, dtype=np.float64)
    if y.ndim != 1:
        raise ValueError(f"y must have shape (n,), not {y.shape}")
    n = y.shape[0]
    if n < 1:
        raise ValueError("y must have at least one entry")
    if yhat.shape == (n,):
        predictions = yhat
    elif yhat.shape == (n, 1):
        predictions = yhat[:, 0]
    else:
        raise ValueError(f"yhat must have shape ({n},) or ({n}, 1), not {yhat.shape}")
    return y - predictions
