def residuals(y, yhat):
    if y.ndim != 1 or yhat.shape not in [(len(y),), (len(y), 1)]:
        raise ValueError("shapes")
    dtype = np.result_type(y, yhat, np.float16)
    return (y.astype(dtype) - yhat.ravel().astype(dtype)).astype(np.float64)
