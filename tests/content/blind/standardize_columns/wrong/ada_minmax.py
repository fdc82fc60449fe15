def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    spread = X.max(axis=0) - X.min(axis=0)
    constant = spread == 0
    spread[constant] = 1.0
    result = (X - X.mean(axis=0)) / spread
    result[:, constant] = 0.0
    return result
