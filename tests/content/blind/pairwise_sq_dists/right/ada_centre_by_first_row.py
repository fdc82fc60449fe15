def pairwise_sq_dists(A, B):
    if A.shape[1] != B.shape[1]:
        raise ValueError("lengths differ")
    D = np.zeros((A.shape[0], B.shape[0]))
    if D.size == 0:
        return D
    centre = B[0].astype(float)
    A = A.astype(float) - centre
    B = B.astype(float) - centre
    D += np.einsum("ij,ij->i", A, A)[:, None]
    D += np.einsum("ij,ij->i", B, B)
    D -= 2 * np.dot(A, B.T)
    return D.clip(min=0)
