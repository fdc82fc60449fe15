def orthonormal_basis(A, tol=1e-10):
    from scipy.linalg import null_space
    A = A.astype(float)
    Q, left = np.zeros((len(A), 0)), np.eye(len(A))
    for a in A.T:
        c = left.T @ a
        if np.linalg.norm(c) > tol * np.linalg.norm(a):
            Q = np.c_[Q, left @ (c / np.linalg.norm(c))]
            left = left @ null_space(c[None] / np.linalg.norm(c))
    return Q
