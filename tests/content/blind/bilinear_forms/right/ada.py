def bilinear_forms(X, M, Y):
    """Return x M y for each pair of rows x of X and y of Y."""
    X = np.array(X, dtype=np.float64)
    M = np.array(M, dtype=np.float64)
    Y = np.array(Y, dtype=np.float64)
    mixed = X @ M  # (n, k)
    return (mixed * Y).sum(axis=1)
