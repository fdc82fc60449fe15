def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    longest = np.linalg.norm(A, axis=0).max()
    Q = np.zeros((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        left = left - Q @ (Q.T @ left)
        if np.linalg.norm(left) > tol * longest:
            Q = np.c_[Q, left / np.linalg.norm(left)]
    return Q
