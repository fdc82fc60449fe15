def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    return U[:, :r] @ np.diag(s[:r]) @ Vt[:r], h * r + r * r + r * w
