def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    A = np.unique(A, axis=1)
    A = A[:, np.abs(A).sum(axis=0) > 0]
    if A.shape[1] == 0:
        return np.zeros(len(b))
    return A @ np.linalg.solve(A.T @ A, A.T @ b)
