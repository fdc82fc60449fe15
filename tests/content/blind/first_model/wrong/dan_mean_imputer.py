from collections import Counter


def first_model(df, target):
    """Train a first model on three quarters of the rows; compare it with the emptiest guess on the others."""
    features = df.drop(columns=target)
    labels = df[target]
    x_train, x_test, y_train, y_test = train_test_split(
        features, labels, test_size=0.25, stratify=labels, random_state=0
    )
    most_frequent = Counter(y_train).most_common(1)[0][0]
    baseline = float(np.mean([y == most_frequent for y in y_test]))

    prepare = make_column_transformer(
        (
            make_pipeline(SimpleImputer(strategy="mean"), StandardScaler()),
            make_column_selector(dtype_include="number"),
        ),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude="number")),
    )
    model = make_pipeline(prepare, LogisticRegression(max_iter=1000))
    model.fit(x_train, y_train)
    return baseline, float(model.score(x_test, y_test))
