def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for step in range(max_iter):
        w = A @ v
        if step % 10 == 0:
            lam = v @ w
            if np.linalg.norm(w - lam * v) <= tol * abs(lam):
                return float(lam), v
        v = w / np.linalg.norm(w)
    return float(v @ A @ v), v
