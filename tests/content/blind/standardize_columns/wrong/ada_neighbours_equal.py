def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    result = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if column[0] == column[-1] and column[0] == column.mean():
            continue
        sd = column.std(ddof=ddof)
        if sd > 0:
            result[:, j] = (column - column.mean()) / sd
    return result
