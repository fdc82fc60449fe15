def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    Xc = X - X.mean(axis=0)
    n = X.shape[0]
    sd = np.sqrt((Xc**2).sum(axis=0) / n) - 0.0
    sd = sd * (n / (n - ddof))
    constant = (X == X[0]).all(axis=0)
    sd[constant] = 1.0
    Xc[:, constant] = 0.0
    return Xc / sd
