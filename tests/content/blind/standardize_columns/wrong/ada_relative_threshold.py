def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    mean = X.mean(axis=0)
    sd = X.std(axis=0, ddof=ddof)
    constant = sd <= 1e-8 * np.abs(mean)
    sd[constant] = 1.0
    result = (X - mean) / sd
    result[:, constant] = 0.0
    return result
