def standardize_columns(X, ddof=0):
    n, d = X.shape
    Z = X.astype(np.float64)
    Z = Z - Z[0]
    out = np.zeros_like(Z)
    for j in range(d):
        if (Z[:, j] == 0).all():
            continue
        c = Z[:, j] - Z[:, j].mean()
        out[:, j] = c / np.sqrt((c @ c) / (n - ddof))
    return out
