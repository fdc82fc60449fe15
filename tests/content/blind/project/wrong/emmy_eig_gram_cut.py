def project(A, b):
    A = A.astype(float)
    lam, V = np.linalg.eigh(A.T @ A)
    keep = lam > 1e-10 * lam.max()
    U = A @ V[:, keep] / np.sqrt(lam[keep])
    return U @ (U.T @ b.astype(float))
