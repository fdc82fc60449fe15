def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    lam = 0.0
    for _ in range(max_iter):
        w = A @ v
        lam = np.linalg.norm(w)
        if lam == 0 or min(np.linalg.norm(w - lam * v), np.linalg.norm(w + lam * v)) <= tol * lam:
            break
        v = w / lam
    return float(lam), v
