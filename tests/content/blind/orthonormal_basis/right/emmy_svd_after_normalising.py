def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    length = np.linalg.norm(A, axis=0)
    A = A / np.where(length > 0, length, 1)
    U, s, _ = np.linalg.svd(A, full_matrices=False)
    return U[:, s > tol]
