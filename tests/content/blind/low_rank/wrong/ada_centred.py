def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    if r == 0:
        return np.zeros((h, w)), 0
    mean = img.mean(axis=0)
    U, s, Vt = np.linalg.svd(img - mean, full_matrices=False)
    return (U[:, :r] * s[:r]) @ Vt[:r] + mean, r * (h + w + 1)
