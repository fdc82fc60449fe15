def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    scale = np.linalg.norm(A)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    w = A @ v
    lam = v @ w
    for _ in range(max_iter):
        if np.linalg.norm(w - lam * v) <= tol * scale:
            break
        v = w / np.linalg.norm(w)
        w = A @ v
        lam = v @ w
    return float(lam), v
