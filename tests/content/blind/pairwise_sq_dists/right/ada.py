def pairwise_sq_dists(A, B):
    """Return the squared Euclidean distance of every row of `A` to every row of `B`."""
    A = np.array(A, dtype=np.float64)
    B = np.array(B, dtype=np.float64)
    if A.shape[1] != B.shape[1]:
        raise ValueError("the rows of A and B differ in length")
    a_squared = (A**2).sum(axis=1, keepdims=True)  # (n, 1)
    b_squared = (B**2).sum(axis=1)  # (m,)
    products = A @ B.T  # (n, m)
    D = a_squared - 2 * products + b_squared
    D[D < 0] = 0.0
    return D
