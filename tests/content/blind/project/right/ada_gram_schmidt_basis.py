def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    p = np.zeros(len(b))
    basis = []
    for a in A.T:
        left = a.copy()
        for _ in range(3):
            for q in basis:
                left = left - q * (q @ left)
        size = np.linalg.norm(left)
        if size > 1e-10 * np.linalg.norm(a):
            q = left / size
            basis.append(q)
            p = p + q * (q @ b)
    return p
