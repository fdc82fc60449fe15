def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    lam = v @ A @ v
    for _ in range(max_iter):
        w = A @ v
        v = w / np.linalg.norm(w)
        new = v @ A @ v
        if abs(new - lam) <= tol * abs(new):
            return float(new), v
        lam = new
    return float(lam), v
