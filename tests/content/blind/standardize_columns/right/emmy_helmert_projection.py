def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64, order="C")
    const = np.ptp(X, axis=0) == 0
    X[:, const] = 0
    lo, hi = X.min(axis=0), X.max(axis=0)
    X = (X - lo) / np.where(const, 1, hi - lo)
    X = X - np.full(len(X), 1 / len(X)) @ X
    X[:, const] = 0
    sd = np.sqrt(np.square(X).sum(0) / (len(X) - ddof))
    return np.divide(X, sd, out=np.zeros_like(X), where=~const)
