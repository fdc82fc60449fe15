def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    lam = v @ A @ v
    for _ in range(max_iter):
        w = A @ v
        norm = np.linalg.norm(w)
        if norm == 0:
            return 0.0, v
        v = w / norm
        new = v @ A @ v
        if abs(new - lam) <= tol * abs(new):
            return float(new), v
        lam = new
    return float(lam), v
