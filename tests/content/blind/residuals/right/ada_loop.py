def residuals(y, yhat):
    y = np.asarray(y)
    yhat = np.asarray(yhat)
    if y.ndim != 1 or yhat.ndim not in (1, 2):
        raise ValueError("axes")
    if yhat.ndim == 2 and yhat.shape[1] != 1:
        raise ValueError("columns")
    if yhat.shape[0] != y.shape[0]:
        raise ValueError("length")
    result = np.empty(len(y))
    for i in range(len(y)):
        prediction = yhat[i] if yhat.ndim == 1 else yhat[i, 0]
        result[i] = float(y[i]) - float(prediction)
    return result
