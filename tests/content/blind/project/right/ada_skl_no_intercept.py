from sklearn.linear_model import LinearRegression


def project(A, b):
    A = np.array(A, dtype=np.float64)
    b = np.array(b, dtype=np.float64)
    return LinearRegression(fit_intercept=False).fit(A, b).predict(A)
