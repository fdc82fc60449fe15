def project(A, b):
    R = np.linalg.qr(A.astype(float).T, mode="r").T  # same column space, at most m columns
    m, k = R.shape
    J = np.block([[np.zeros((m, m)), R], [R.T, np.zeros((k, k))]])
    lam, V = np.linalg.eigh(J)
    U = V[:m, lam > 1e-10 * np.abs(lam).max()] * np.sqrt(2)
    return U @ (U.T @ b)
