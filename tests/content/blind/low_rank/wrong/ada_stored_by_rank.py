def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    kept = int((s[:r] > 1e-10 * max(s[0], 1e-300)).sum())
    return (U[:, :r] * s[:r]) @ Vt[:r], kept * (h + w + 1)
