def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    lam = 0.0
    for _ in range(max_iter):
        w = A @ v
        lam = w[0] / v[0]
        if np.linalg.norm(w - lam * v) <= tol * abs(lam):
            break
        v = w / np.linalg.norm(w)
    return float(lam), v
