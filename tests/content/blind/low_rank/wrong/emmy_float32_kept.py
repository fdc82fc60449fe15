def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    return ((U[:, :r] * s[:r]) @ Vt[:r]).astype(float), r * (h + w + 1)
