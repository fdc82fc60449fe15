def project(A, b):
    Q = np.linalg.qr(A.astype(float))[0]
    return Q @ (Q.T @ b.astype(float))
