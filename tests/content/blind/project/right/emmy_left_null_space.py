def project(A, b):
    from scipy.linalg import null_space
    N = null_space(A.astype(float).T, rcond=1e-10)
    b = b.astype(float)
    return b - N @ (N.T @ b)
