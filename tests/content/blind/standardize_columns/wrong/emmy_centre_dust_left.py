def standardize_columns(X, ddof=0):
    X = X.astype(float)
    sd = X.std(axis=0, ddof=ddof)
    sd[X.max(axis=0) == X.min(axis=0)] = 1.0
    return (X - X.mean(axis=0)) / sd
