def orthonormal_basis(A, tol=1e-10):
    from scipy.linalg import qr
    A = A.astype(float)
    length = np.linalg.norm(A, axis=0)
    A = A / np.where(length > 0, length, 1)
    Q, R, _ = qr(A, mode="economic", pivoting=True)
    return Q[:, np.abs(np.diag(R)) > tol]
