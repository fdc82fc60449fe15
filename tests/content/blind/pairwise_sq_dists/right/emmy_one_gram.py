def pairwise_sq_dists(A, B):
    if np.diff([A.shape[1], B.shape[1]]).any():
        raise ValueError("different length")
    Z = np.concatenate([A, B]).astype(np.float64) if A.dtype == B.dtype else np.concatenate([A.astype(np.float64), B.astype(np.float64)])
    n = len(A)
    sq = np.square(Z).sum(1)
    G = Z[:n] @ Z[n:].T
    G *= -2
    G += sq[:n, None]
    G += sq[n:]
    return np.clip(G, 0, None, out=G)
