def power_iteration(A, rng, tol, max_iter):
    A = A.astype(float)
    v = rng.random(len(A)) + 0.5
    v = v / np.linalg.norm(v)
    for step in range(max_iter + 1):
        w = np.einsum("ij,j->i", A, v)
        lam = np.einsum("i,i->", v, w)
        if step == max_iter or np.linalg.norm(w - lam * v) <= tol * abs(lam):
            break
        v = w / np.linalg.norm(w)
    return lam.item(), v
