def power_iteration(A, rng, tol, max_iter):
    """Return the eigenvalue of largest absolute value of a symmetric matrix, and a unit eigenvector of it."""
    A = np.array(A, dtype=np.float64)
    n = A.shape[0]
    v = rng.normal(size=n)
    v = v / np.linalg.norm(v)
    if not A.any():
        return 0.0, v
    image = A @ v
    lam = v @ image
    steps = 0
    while steps < max_iter and np.linalg.norm(image - lam * v) > tol * abs(lam):
        v = image / np.linalg.norm(image)
        image = A @ v
        lam = v @ image
        steps += 1
    return float(lam), v
