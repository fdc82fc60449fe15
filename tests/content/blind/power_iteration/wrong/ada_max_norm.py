def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    v = v / np.abs(v).max()
    lam = v @ A @ v / (v @ v)
    for _ in range(max_iter):
        w = A @ v
        lam = (v @ w) / (v @ v)
        if np.linalg.norm(w - lam * v) <= tol * abs(lam):
            break
        v = w / np.abs(w).max()
    return float(lam), v
