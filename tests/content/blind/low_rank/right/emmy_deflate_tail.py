def low_rank(img, r):
    h, w = img.shape
    if r not in range(min(h, w) + 1):
        raise ValueError("r")
    img = img.astype(float)
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    return img - (U[:, r:] * s[r:]) @ Vt[r:], h * r + r + r * w
