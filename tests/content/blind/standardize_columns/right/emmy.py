def standardize_columns(X, ddof=0):
    Z = X.astype(np.float64)
    Z = Z - Z[0]  # exact 0 in constant columns; removes large offsets before anything is summed
    reach = np.abs(Z).max(axis=0)
    Z /= np.where(reach > 0, reach, 1.0)  # unit-free from here on
    Z -= Z.mean(axis=0)
    norm = np.linalg.norm(Z, axis=0)
    return Z * (np.sqrt(len(Z) - ddof) / np.where(reach > 0, norm, 1.0))
