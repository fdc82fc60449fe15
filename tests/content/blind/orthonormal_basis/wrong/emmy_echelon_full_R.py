def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    length = np.linalg.norm(A, axis=0)
    R = np.linalg.qr(A, mode="r")
    keep = []
    for j in range(A.shape[1]):
        if len(keep) < A.shape[0] and np.linalg.norm(R[len(keep):, j]) > tol * length[j]:
            keep.append(j)
    return np.linalg.qr(A[:, keep])[0]
