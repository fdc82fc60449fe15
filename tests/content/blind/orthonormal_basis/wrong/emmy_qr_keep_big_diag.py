def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    Q, R = np.linalg.qr(A)
    k = min(A.shape)
    return Q[:, np.abs(np.diag(R)) > tol * np.linalg.norm(A[:, :k], axis=0)]
