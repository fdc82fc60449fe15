def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    constant = X.max(axis=0) == X.min(axis=0)
    sd = X.std(axis=0, ddof=ddof)
    result = (X - X.mean(axis=0)) / (sd + 1e-8)
    result[:, constant] = 0.0
    return result
