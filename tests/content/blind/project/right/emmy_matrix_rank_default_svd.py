def project(A, b):
    A = A.astype(float)
    U = np.linalg.svd(A, full_matrices=False)[0][:, : np.linalg.matrix_rank(A)]
    return U @ (U.T @ b)
