def low_rank(img, r):
    from scipy.linalg import qr
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError("r")
    img = img.astype(float)
    Q = qr(img, mode="economic", pivoting=True)[0][:, :r]
    return Q @ (Q.T @ img), r * (h + w + 1)
