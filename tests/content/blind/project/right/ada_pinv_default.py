def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    return A @ (np.linalg.pinv(A) @ b)
