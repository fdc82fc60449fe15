def standardize_columns(X, ddof=0):
    X = X.astype(float)
    constant = np.isclose(X.max(axis=0), X.min(axis=0))
    sd = np.where(constant, 1.0, X.std(axis=0, ddof=ddof))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / sd)
