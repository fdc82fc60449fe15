def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    img = img.astype(float)
    V = np.linalg.eigh(img.T @ img)[1][:, w - r :]
    return img @ V @ V.T, r * (h + w + 1)
