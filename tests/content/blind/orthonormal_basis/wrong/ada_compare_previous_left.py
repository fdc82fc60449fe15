def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    basis = []
    for a in A.T:
        left = a.copy()
        dropped = np.linalg.norm(left) == 0
        for q in basis:
            before = np.linalg.norm(left)
            left = left - q * (q @ left)
            if np.linalg.norm(left) <= tol * before:
                dropped = True
                break
        if not dropped:
            for q in basis:
                left = left - q * (q @ left)
            basis.append(left / np.linalg.norm(left))
    if not basis:
        return np.zeros((A.shape[0], 0))
    return np.array(basis).T
