def orthonormal_basis(A, tol=1e-10):
    A = A / np.abs(A).max() if A.any() else A.astype(float)
    Q = np.zeros((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        n = np.linalg.norm(left)
        if n > tol:
            left = left / n
            left -= Q @ (Q.T @ left)
            Q = np.c_[Q, left / np.linalg.norm(left)]
    return Q
