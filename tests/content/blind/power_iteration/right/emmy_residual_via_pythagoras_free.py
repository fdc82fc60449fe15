def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = np.linalg.qr(rng.normal(size=(len(A), 1)))[0][:, 0]
    for _ in range(max_iter):
        w = A @ v
        lam = v @ w
        if np.linalg.norm(w - lam * v) <= tol * abs(lam):
            return float(lam), v
        v = w / np.linalg.norm(w)
    return float(v @ A @ v), v
