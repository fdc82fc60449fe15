def project(A, b):
    """Return the orthogonal projection of `b` onto the column space of `A`."""
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    p = np.zeros(b.shape[0])
    if A.size == 0:
        return p
    U, sizes, _ = np.linalg.svd(A, full_matrices=False)
    largest = sizes[0]
    if largest == 0:
        return p
    for i in range(len(sizes)):
        if sizes[i] > 1e-10 * largest:
            u = U[:, i]
            p = p + u * (u @ b)
    return p
