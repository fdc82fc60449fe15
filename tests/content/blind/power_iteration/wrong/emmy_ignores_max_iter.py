def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    while True:
        w = A @ v
        lam = v @ w
        if np.linalg.norm(w - lam * v) <= tol * abs(lam):
            return float(lam), v
        v = w / np.linalg.norm(w)
