def is_constant(column):
    return column.max() == column.min()


def standardize_columns(X, ddof=0):
    """Bring every column of X to mean 0 and standard deviation 1."""
    values = np.array(X, dtype=np.float64)
    n, d = values.shape
    result = np.zeros((n, d))
    for j in range(d):
        column = values[:, j]
        if is_constant(column):
            continue  # stays 0
        centred = column - column.mean()
        variance = (centred**2).sum() / (n - ddof)
        result[:, j] = centred / np.sqrt(variance)
    return result
