def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    U, S, Vt = U[:, :r], np.diag(s[:r]), Vt[:r]
    return U @ S @ Vt, int(U.size + S.size + Vt.size)
