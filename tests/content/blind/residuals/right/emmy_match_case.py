def residuals(y, yhat):
    match y.shape, yhat.shape:
        case (n,), ((m,) | (m, 1)) if n == m:
            return np.subtract(y, yhat.reshape(n), dtype=np.float64)
    raise ValueError("shapes")
