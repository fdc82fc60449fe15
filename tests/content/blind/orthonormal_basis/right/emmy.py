def orthonormal_basis(A, tol=1e-10):
    # Householder reduction to row echelon form: a column whose part below the staircase is small adds no step
    W = A.astype(np.float64)
    m, n = W.shape
    length = np.linalg.norm(W, axis=0)
    W = W / np.where(length > 0, length, 1.0)
    mirrors = []
    for j in range(n):
        r = len(mirrors)
        v = W[r:, j].copy()
        left = np.linalg.norm(v)
        if left <= tol:
            continue
        v[0] += np.copysign(left, v[0])
        v /= np.linalg.norm(v)
        W[r:, j:] -= 2 * np.outer(v, v @ W[r:, j:])
        mirrors.append(v)
    Q = np.eye(m, len(mirrors))
    for r in reversed(range(len(mirrors))):
        v = mirrors[r]
        Q[r:] -= 2 * np.outer(v, v @ Q[r:])
    return Q
