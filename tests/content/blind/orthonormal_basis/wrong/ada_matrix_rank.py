def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    r = np.linalg.matrix_rank(A)
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    return U[:, :r].copy()
