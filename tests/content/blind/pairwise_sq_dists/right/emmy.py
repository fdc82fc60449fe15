def pairwise_sq_dists(A, B):
    A, B = A.astype(np.float64), B.astype(np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError(f"rows of length {A.shape[1]} and {B.shape[1]}")
    # lift a to (|a|^2, -2a, 1) and b to (1, b, |b|^2): the distance is one inner product
    a2, b2 = np.einsum("id,id->i", A, A), np.einsum("jd,jd->j", B, B)
    lifted_a = np.c_[a2, -2 * A, np.ones_like(a2)]
    lifted_b = np.c_[np.ones_like(b2), B, b2]
    return np.maximum(lifted_a @ lifted_b.T, 0.0)
