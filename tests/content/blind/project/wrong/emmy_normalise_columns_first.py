def project(A, b):
    A = A.astype(float)
    U, s, _ = np.linalg.svd(A / np.linalg.norm(A, axis=0), full_matrices=False)
    U = U[:, s > 1e-10 * s[0]]
    return U @ (U.T @ b)
