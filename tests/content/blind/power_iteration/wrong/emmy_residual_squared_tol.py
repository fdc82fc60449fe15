def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    w = A @ v
    lam = v @ w
    for _ in range(max_iter):
        if w @ w - lam**2 <= tol**2 * lam**2:
            break
        v = w / np.linalg.norm(w)
        w = A @ v
        lam = v @ w
    return float(lam), v
