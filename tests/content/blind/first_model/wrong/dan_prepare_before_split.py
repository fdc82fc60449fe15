def first_model(df, target):
    X = df.drop(columns=target)
    num = X.select_dtypes("number")
    num = num.fillna(num.median())
    num = (num - num.mean()) / num.std(ddof=0)
    X = pd.concat([num, pd.get_dummies(X.select_dtypes(exclude="number")).astype(float)], axis=1)
    a, b, y, z = train_test_split(X, df[target], test_size=0.25, stratify=df[target], random_state=0)
    model = LogisticRegression(max_iter=1000).fit(a, y)
    return float((z == y.mode()[0]).mean()), float(model.score(b, z))
