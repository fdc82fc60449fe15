def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    longest = np.linalg.norm(A, axis=0).max()
    Q = np.zeros((A.shape[0], 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        size = np.linalg.norm(left)
        if size > tol * longest:
            Q = np.column_stack([Q, left / size])
    return Q
