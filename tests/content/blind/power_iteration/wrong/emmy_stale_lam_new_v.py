def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    lam = 0.0
    for _ in range(max_iter):
        w = A @ v
        lam = v @ w
        stop = np.linalg.norm(w - lam * v) <= tol * abs(lam)
        if w.any():
            v = w / np.linalg.norm(w)
        if stop:
            break
    return float(lam), v
