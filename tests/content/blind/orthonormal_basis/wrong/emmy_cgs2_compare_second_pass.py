def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    Q = np.zeros((len(A), 0))
    for a in A.T:
        left = a - Q @ (Q.T @ a)
        again = left - Q @ (Q.T @ left)
        if np.linalg.norm(again) > tol * np.linalg.norm(left):
            Q = np.c_[Q, again / np.linalg.norm(again)]
    return Q
