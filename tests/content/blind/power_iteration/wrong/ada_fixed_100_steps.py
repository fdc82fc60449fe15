def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    for _ in range(min(max_iter, 300)):
        w = A @ v
        v = w / np.linalg.norm(w)
    return float(v @ A @ v), v
