def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    Q, R = np.linalg.qr(A)
    lengths = np.linalg.norm(A, axis=0)
    keep = []
    for j in range(min(A.shape)):
        if abs(R[j, j]) > tol * lengths[j]:
            keep.append(j)
    return Q[:, keep].copy()
