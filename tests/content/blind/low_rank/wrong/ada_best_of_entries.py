def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    S = np.zeros((len(s), len(s)))
    np.fill_diagonal(S[:r], s[: r + 1])
    return U @ S @ Vt, r * h + w + r
