def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    Q = np.zeros((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        if np.linalg.norm(left) > tol * np.linalg.norm(a):
            Q = np.c_[Q, left / np.linalg.norm(left)]
    return Q
