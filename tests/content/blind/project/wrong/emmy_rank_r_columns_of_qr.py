def project(A, b):
    A = A.astype(float)
    r = np.linalg.matrix_rank(A)
    Q = np.linalg.qr(A)[0][:, :r]
    return Q @ (Q.T @ b)
