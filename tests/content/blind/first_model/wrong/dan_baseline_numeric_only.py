def first_model(df, target):
    X = df.drop(columns=target).select_dtypes("number")
    a, b, y, z = train_test_split(X, df[target], test_size=0.25, stratify=df[target], random_state=0)
    model = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression(max_iter=1000)).fit(a, y)
    return float((z == y.mode()[0]).mean()), float(model.score(b, z))
