def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    U, s, _ = np.linalg.svd(A, full_matrices=False)
    U = U[:, s > 1e-5 * s[0]]
    return U @ (U.T @ b)
