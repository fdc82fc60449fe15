def standardize_columns(X, ddof=0):
    T = X.T.astype(np.float64)
    mask = (T[:, :1] == T).all(1)
    T = T - np.median(T, axis=1, keepdims=True)
    T -= T.mean(axis=1, keepdims=True)
    T[mask] = 0
    s = T.std(axis=1, ddof=ddof, keepdims=True)
    s[mask] = 1
    return (T / s).T
