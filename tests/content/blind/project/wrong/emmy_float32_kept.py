def project(A, b):
    if A.dtype.kind != "f":
        A = A.astype(float)
    U, s, _ = np.linalg.svd(A, full_matrices=False)
    U = U[:, s > 1e-10 * s.max()]
    return (U @ (U.T @ b)).astype(float)
