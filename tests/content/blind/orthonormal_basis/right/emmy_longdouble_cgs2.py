def orthonormal_basis(A, tol=1e-10):
    A = A.astype(np.longdouble)
    Q = np.zeros((len(A), 0), dtype=np.longdouble)
    for a in A.T:
        left = a
        for _ in range(3):
            left = left - Q @ (Q.T @ left)
        size = np.sqrt(left @ left)
        if size > tol * np.sqrt(a @ a):
            Q = np.column_stack([Q, left / size])
    return Q.astype(float)
