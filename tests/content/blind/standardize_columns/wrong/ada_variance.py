def standardize_columns(X, ddof=0):
    X = np.array(X, dtype=np.float64)
    result = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if column.max() > column.min():
            result[:, j] = (column - column.mean()) / column.var(ddof=ddof)
    return result
