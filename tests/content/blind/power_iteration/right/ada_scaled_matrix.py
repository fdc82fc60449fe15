def power_iteration(A, rng, tol, max_iter):
    v = rng.uniform(-1, 1, size=A.shape[0])
    v /= np.sqrt(v @ v)
    scale = float(np.abs(A).max())
    if scale == 0:
        return 0.0, v
    B = A / scale
    step = 0
    while True:
        w = B @ v
        lam = v @ w
        if np.linalg.norm(w - lam * v) <= tol * abs(lam) or step >= max_iter:
            return float(lam * scale), v
        v = w / np.linalg.norm(w)
        step += 1
