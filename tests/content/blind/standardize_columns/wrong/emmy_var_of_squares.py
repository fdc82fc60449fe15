def standardize_columns(X, ddof=0):
    X = X.astype(float)
    n = len(X)
    mean = X.mean(axis=0)
    var = np.maximum((np.einsum("ij,ij->j", X, X) - n * mean**2) / (n - ddof), 0)
    constant = np.ptp(X, axis=0) == 0
    return np.where(constant, 0, (X - mean) / np.sqrt(np.where(constant | (var == 0), 1, var)))
