def project(A, b):
    from scipy.linalg import qr
    A = A.astype(float)
    Q, R, _ = qr(A, mode="economic", pivoting=True)
    d = np.abs(np.diag(R))
    Q = Q[:, d > 1e-10 * d.max(initial=0)]
    return Q @ (b @ Q)
