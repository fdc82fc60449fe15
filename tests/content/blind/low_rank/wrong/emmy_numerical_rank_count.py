def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img.astype(float), full_matrices=False)
    r = min(r, int((s > 1e-12 * s[0]).sum()))
    return (U[:, :r] * s[:r]) @ Vt[:r], r * (h + w + 1)
