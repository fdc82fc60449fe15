def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    U, s, _ = np.linalg.svd(A, full_matrices=False)
    return U[:, s > tol * s[0]].copy()
