def orthonormal_basis(A, tol=1e-10):
    A = np.array(A, dtype=np.float64)
    Q = np.zeros((A.shape[0], 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        size = np.linalg.norm(left)
        if size > tol * np.linalg.norm(a):
            Q = np.column_stack([Q, left / size])
    for j in range(Q.shape[1]):
        Q[:, j] = Q[:, j] - Q[:, :j] @ (Q[:, :j].T @ Q[:, j])
    return Q
