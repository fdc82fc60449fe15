def residuals(y, yhat):
    if y.ndim != 1 or y.size == 0 or yhat.shape not in {(y.size,), (y.size, 1)}:
        raise ValueError(f"y has shape {y.shape}, yhat {yhat.shape}")
    return np.array([1.0, -1.0]) @ np.stack([y.astype(np.float64), yhat.astype(np.float64).ravel()])
