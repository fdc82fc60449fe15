def orthonormal_basis(A, tol=1e-10):
    U, s, _ = np.linalg.svd(A.astype(float), full_matrices=False)
    return U[:, s > tol * s[0]]
