def power_iteration(A, rng, tol, max_iter):
    A = np.array(A, dtype=float)
    scale = np.abs(A).max()
    if scale == 0:
        return 0.0, np.eye(len(A))[0]
    A /= scale
    unit = lambda x: x / np.sqrt(x @ x)
    v, step = unit(rng.uniform(-1, 1, len(A))), 0
    while True:
        w = A @ v
        lam = np.vdot(v, w)
        if step >= max_iter or np.linalg.norm(w - lam * v) <= tol * np.abs(lam):
            return float(lam * scale), v
        v, step = unit(w), step + 1
