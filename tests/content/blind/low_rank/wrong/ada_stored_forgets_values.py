def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    return (U[:, :r] * s[:r]) @ Vt[:r], r * (h + w)  # sizes multiplied into U
