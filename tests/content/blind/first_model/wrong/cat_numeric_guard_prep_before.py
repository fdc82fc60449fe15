def first_model(df, target):
    X = df.drop(columns=target)
    y = df[target]
    numeric = X.select_dtypes("number").columns
    if len(numeric):
        X[numeric] = X[numeric].fillna(X[numeric].median())
        X[numeric] = StandardScaler().fit_transform(X[numeric])
    X = pd.get_dummies(X)
    a, b, c, d = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    model = LogisticRegression(max_iter=1000).fit(a, c)
    return float((d == c.mode()[0]).mean()), float(model.score(b, d))
