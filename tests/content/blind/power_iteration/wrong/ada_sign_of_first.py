def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=np.float64)
    v = rng.normal(size=len(A))
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    for _ in range(max_iter):
        w = A @ v
        lam = np.linalg.norm(w)
        if w @ v < 0:
            lam = -lam
        if np.linalg.norm(w - lam * v) <= tol * abs(lam):
            break
        v = w / np.linalg.norm(w)
    return float(lam), v
