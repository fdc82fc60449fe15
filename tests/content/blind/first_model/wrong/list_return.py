def first_model(df, target):
    X, y = df.drop(columns=target), df[target]
    Xa, Xb, ya, yb = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    pre = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), make_column_selector(dtype_include=np.number)),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_include="str")))
    m = make_pipeline(pre, LogisticRegression(max_iter=1000)).fit(Xa, ya)
    return [float((yb == ya.mode().iloc[0]).mean()), float(m.score(Xb, yb))]
