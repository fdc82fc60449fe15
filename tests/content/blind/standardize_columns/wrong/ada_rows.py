def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    constant = X.max(axis=0) == X.min(axis=0)
    result = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, ddof=ddof, keepdims=True) + (X.shape[1] == 1))
    result[:, constant] = 0.0
    return result
