def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = X.std(axis=0)
    sd[constant] = 1.0
    result = (X - X.mean(axis=0)) / sd
    result[:, constant] = 0.0
    return result
