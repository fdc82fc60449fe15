def project(A, b):
    A = A.astype(float)
    return A @ (np.linalg.pinv(A, rcond=1e-10) @ b)
