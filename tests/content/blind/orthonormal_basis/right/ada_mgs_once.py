def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    basis = []
    for a in A.T:
        left = a.copy()
        for q in basis:
            left = left - q * (q @ left)
        size = np.linalg.norm(left)
        if size > tol * np.linalg.norm(a):
            basis.append(left / size)
    Q = np.zeros((A.shape[0], len(basis)))
    for i, q in enumerate(basis):
        Q[:, i] = q
    return Q
