def first_model(df, target):
    X = df.drop(columns=target)
    y = df[target]
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.25, stratify=y, random_state=0
    )
    numbers = make_pipeline(SimpleImputer(), StandardScaler())
    prepare = make_column_transformer(
        (numbers, make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude="number")),
    )
    model = make_pipeline(prepare, LogisticRegression(max_iter=1000))
    model.fit(X_train, y_train)
    most_frequent = y_train.mode()[0]
    baseline = (y_test == most_frequent).mean()
    return float(baseline), float(model.score(X_test, y_test))
