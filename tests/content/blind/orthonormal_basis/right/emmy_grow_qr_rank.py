def orthonormal_basis(A, tol=1e-10):
    A = A.astype(float)
    len_ = np.linalg.norm(A, axis=0)
    N = A[:, len_ > 0] / len_[len_ > 0]
    keep = np.zeros((len(A), 0))
    for a in N.T:
        if keep.shape[1] == len(A):
            break
        trial = np.c_[keep, a]
        if abs(np.linalg.qr(trial, mode="r")[-1, -1]) > tol:
            keep = trial
    return np.linalg.qr(keep)[0] if keep.size else keep
