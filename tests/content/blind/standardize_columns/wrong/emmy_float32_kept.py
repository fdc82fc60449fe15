def standardize_columns(X, ddof=0):
    if X.dtype.kind != "f":
        X = X.astype(float)
    const = X.max(axis=0) == X.min(axis=0)
    sd = np.where(const, 1, X.std(axis=0, ddof=ddof))
    return np.where(const, 0, (X - X.mean(axis=0)) / sd).astype(float)
