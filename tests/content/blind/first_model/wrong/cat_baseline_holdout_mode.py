def first_model(df, target):
    X, y = df.drop(columns=target), df[target]
    a, b, c, d = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    prep = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude="number")),
    )
    model = make_pipeline(prep, LogisticRegression(max_iter=1000)).fit(a, c)
    return float(y.value_counts(normalize=True).max()), float(model.score(b, d))
