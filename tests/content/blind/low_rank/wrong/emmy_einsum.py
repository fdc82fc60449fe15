def low_rank(img, r):
    h, w = img.shape
    if r < 0 or r > min(h, w):
        raise ValueError("r")
    U, s, Vt = np.linalg.svd(img, full_matrices=False)
    return np.einsum("hi,i,iw->hw", U[:, :r], s[:r], Vt[:r]), sum(map(np.size, (U[:, :r], s[:r], Vt[:r])))
