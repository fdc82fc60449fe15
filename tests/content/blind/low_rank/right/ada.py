def low_rank(img, r):
    """Return the best approximation of a matrix by one of rank r, and the numbers that it takes to store it."""
    matrix = np.array(img, dtype=np.float64)
    h, w = matrix.shape
    if not 0 <= r <= min(h, w):
        raise ValueError(f"r must lie between 0 and {min(h, w)}")
    r = int(r)
    if r == 0:
        return np.zeros((h, w)), 0
    U, sizes, V = np.linalg.svd(matrix, full_matrices=False)
    approx = (U[:, :r] * sizes[:r]) @ V[:r]
    stored = r * h + r * w + r
    return approx, stored
