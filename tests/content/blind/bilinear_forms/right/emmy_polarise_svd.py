def bilinear_forms(X, M, Y):
    U, s, Vt = np.linalg.svd(M.astype(float), full_matrices=False)
    return np.einsum("nr,r,nr->n", X @ U, s, Y @ Vt.T)
