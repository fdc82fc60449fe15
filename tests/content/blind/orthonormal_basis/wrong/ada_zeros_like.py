def orthonormal_basis(A, tol=1e-10):
    Q = np.zeros_like(A)
    r = 0
    for j in range(A.shape[1]):
        a = A[:, j].astype(float)
        left = a.copy()
        for _ in range(2):
            for i in range(r):
                left = left - Q[:, i] * (Q[:, i] @ left)
        size = np.linalg.norm(left)
        if size > tol * np.linalg.norm(a):
            Q[:, r] = left / size
            r += 1
    return Q[:, :r].astype(np.float64)
