def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    gram = A.T @ A + 1e-10 * np.eye(A.shape[1])
    return A @ np.linalg.solve(gram, A.T @ b)
