def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    sd = X.std(axis=0, ddof=ddof)
    result = X - X.mean(axis=0)
    constant = sd < 1e-8
    sd[constant] = 1.0
    result = result / sd
    result[:, constant] = 0.0
    return result
