def remove_directions(vector, directions):
    """Subtract the projection onto each direction, always from what is left."""
    left = vector.copy()
    for q in directions:
        left = left - q * (q @ left)
    return left


def orthonormal_basis(A, tol=1e-10):
    """Build an orthonormal basis of the space that the columns of A span."""
    A = np.array(A, dtype=np.float64)
    m, n = A.shape
    basis = []
    for j in range(n):
        if len(basis) == m:
            break  # the whole space is spanned already
        column = A[:, j]
        length = np.linalg.norm(column)
        if length == 0:
            continue
        left = remove_directions(column, basis)
        left = remove_directions(left, basis)  # once is not enough
        size = np.linalg.norm(left)
        if size <= tol * length:
            continue
        q = left / size
        # a last cleaning at length 1
        q = remove_directions(q, basis)
        q = q / np.linalg.norm(q)
        basis.append(q)
    Q = np.zeros((m, len(basis)))
    for i in range(len(basis)):
        Q[:, i] = basis[i]
    return Q
