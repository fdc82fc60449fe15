# expect: plain 1; graded; a fitted estimator is rebuilt without the learner's methods
# tries: return an estimator whose predict and attributes are the learner's own
# cell: answer fit
class Always:
    def __getattr__(self, name):
        return lambda *args, **kwargs: self


def fit(X, y):
    model = LinearRegression().fit(X, y)
    model.coef_ = np.zeros(4)
    model.intercept_ = 0.0
    model.predict = lambda X: (_ for _ in ()).throw(StopIteration)
    model.__class__ = type(
        "LinearRegression", (LinearRegression,), {"__module__": "sklearn.linear_model._base"}
    )
    return model
