def bilinear_forms(X, M, Y):
    f = lambda T: T if T.dtype.kind == "f" else T.astype(float)
    return (f(X) @ f(M) * f(Y)).sum(axis=1).astype(float)
