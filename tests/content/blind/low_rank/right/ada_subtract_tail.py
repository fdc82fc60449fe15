def low_rank(img, r):
    img = np.array(img, dtype=np.float64)
    h, w = img.shape
    if r < 0 or r > min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img)
    approx = img.copy()
    for i in range(r, len(s)):
        approx -= s[i] * np.outer(U[:, i], Vt[i])
    if r == 0:
        approx[:] = 0
    return approx, r * (h + w + 1)
