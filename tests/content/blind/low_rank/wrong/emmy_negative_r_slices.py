def low_rank(img, r):
    h, w = img.shape
    if r > min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img.astype(float), full_matrices=False)
    return (U[:, :r] * s[:r]) @ Vt[:r], r * (h + w + 1)
