def project(A, b):
    U, s, _ = np.linalg.svd(A.astype(float), full_matrices=False)
    U = U[:, s > 1e-10]
    return U @ (U.T @ b.astype(float))
