def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    Q, _ = np.linalg.qr(A)
    return Q @ (Q.T @ b)
