def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("different length")
    A, B = A.astype(float), B.astype(float)
    D = np.einsum("ij,ij->i", A, A)[:, None] - 2 * A @ B.T + np.einsum("ij,ij->i", B, B)
    if A.shape == B.shape and (A == B).all():
        np.fill_diagonal(D, 0.0)
    return D
