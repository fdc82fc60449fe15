def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img.astype(float))
    s[r:] = 0
    k = min(h, w)
    return (U[:, :k] * s) @ Vt[:k], U[:, :r].size + Vt[:r].size
