def standardize_columns(X, ddof=0):
    X = X.astype(float)
    const = np.ptp(X, axis=0) <= 1e-12 * np.abs(X).max(axis=0)
    C = X - X.mean(axis=0)
    C[:, const] = 0
    sd = np.sqrt((C**2).sum(axis=0) / (len(X) - ddof))
    sd[const] = 1
    return C / sd
