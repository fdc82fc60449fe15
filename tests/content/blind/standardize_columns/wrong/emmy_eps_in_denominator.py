def standardize_columns(X, ddof=0):
    X = X.astype(float)
    Z = (X - X.mean(axis=0)) / (X.std(axis=0, ddof=ddof) + 1e-12)
    return np.where(np.ptp(X, axis=0) == 0, 0.0, Z)
