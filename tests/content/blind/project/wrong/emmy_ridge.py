def project(A, b):
    A = A.astype(float)
    scale = np.linalg.norm(A, 2) or 1.0
    A = A / scale
    return A @ np.linalg.solve(A.T @ A + 1e-12 * np.eye(A.shape[1]), A.T @ b.astype(float))
