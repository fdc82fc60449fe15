def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    U, s, V = np.linalg.svd(img, full_matrices=False)
    approx = np.zeros((h, w))
    for i in range(r):
        approx += s[i] * np.outer(U[:, i], V[:, i])
    return approx, r * (h + w + 1)
