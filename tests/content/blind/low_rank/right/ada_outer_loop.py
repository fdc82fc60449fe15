def low_rank(img, r):
    h, w = img.shape
    if r < 0 or r > min(h, w):
        raise ValueError("r")
    approx = np.zeros((h, w))
    U, s, Vt = np.linalg.svd(img.astype(float), full_matrices=False)
    for i in range(r):
        approx += s[i] * np.outer(U[:, i], Vt[i])
    return approx, sum(len(U) + w + 1 for i in range(r))
