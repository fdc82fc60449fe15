def pairwise_sq_dists(A, B):
    A, B = A.astype(float), B.astype(float)
    cross = np.einsum("ik,jk->ij", A, B)
    D = (A**2).sum(axis=1)[:, None] - 2 * cross + (B**2).sum(axis=1)
    return np.maximum(D, 0)
