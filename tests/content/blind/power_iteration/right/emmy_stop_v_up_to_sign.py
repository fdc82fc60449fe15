def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.standard_normal(len(A))
    v /= np.linalg.norm(v)
    for _ in range(max_iter):
        w = A @ v
        n = np.linalg.norm(w)
        if n == 0:
            break
        w = w / n
        done = min(np.linalg.norm(w - v), np.linalg.norm(w + v)) <= tol
        v = w
        if done:
            break
    return float(v @ A @ v), v
