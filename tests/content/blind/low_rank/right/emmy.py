def low_rank(img, r):
    h, w = img.shape
    if not 0 <= r <= min(h, w):
        raise ValueError(f"r = {r}, but 0 <= r <= {min(h, w)}")
    img = img.astype(np.float64)
    U = np.linalg.svd(img, full_matrices=False)[0][:, :r]
    return U @ (U.T @ img), int(r) * (h + w + 1)  # Eckart-Young: project onto the leading left singular vectors
