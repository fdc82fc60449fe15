def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    V = np.linalg.eigh((img.T @ img).astype(float))[1][:, ::-1][:, :r]
    return img.astype(float) @ V @ V.T, r * (h + w + 1)
