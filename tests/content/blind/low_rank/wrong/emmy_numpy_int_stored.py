def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img.astype(float), full_matrices=False)
    s = np.where(s >= (s[r - 1] if r else np.inf), s, 0)
    return (U * s) @ Vt, r * (h + w + 1)
