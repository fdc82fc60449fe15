def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    v = np.linalg.matrix_power(A, min(max_iter, 500)) @ v
    v = v / np.linalg.norm(v)
    return float(v @ A @ v), v
