def project(A, b):
    U, s, _ = np.linalg.svd(A.astype(np.float64), full_matrices=False)
    filtered = U * (s > 1e-10 * s.max(initial=0.0))  # s is 0 throughout: nothing is kept
    return np.einsum("ik,jk,j->i", filtered, U, b.astype(np.float64), optimize=["einsum_path", (1, 2), (0, 1)])
