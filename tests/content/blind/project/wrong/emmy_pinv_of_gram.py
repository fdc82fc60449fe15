def project(A, b):
    A = A.astype(float)
    return A @ (np.linalg.pinv(A.T @ A, hermitian=True) @ (A.T @ b.astype(float)))
