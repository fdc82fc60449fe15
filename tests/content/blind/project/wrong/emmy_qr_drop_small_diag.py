def project(A, b):
    Q, R = np.linalg.qr(A.astype(float))
    d = np.abs(np.diag(R))
    Q = Q[:, d > 1e-10 * d.max()]
    return Q @ (Q.T @ b.astype(float))
