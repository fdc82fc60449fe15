def first_model(df, target):
    train, test = train_test_split(df, test_size=0.25, stratify=df[target], random_state=0)
    features = df.columns.drop(target)
    numeric = [c for c in features if pd.api.types.is_numeric_dtype(df[c])]
    text = [c for c in features if c not in numeric]
    parts_train, parts_test = [], []
    if numeric:
        medians = train[numeric].median()
        filled_train, filled_test = train[numeric].fillna(medians), test[numeric].fillna(medians)
        mean, std = filled_train.mean(), filled_train.std(ddof=0)
        parts_train.append((filled_train - mean) / std)
        parts_test.append((filled_test - mean) / std)
    if text:
        dummies = pd.get_dummies(train[text], dtype=float)
        parts_train.append(dummies)
        parts_test.append(pd.get_dummies(test[text], dtype=float).reindex(columns=dummies.columns, fill_value=0.0))
    X_train = pd.concat(parts_train, axis=1).to_numpy()
    X_test = pd.concat(parts_test, axis=1).to_numpy()
    model = LogisticRegression(max_iter=1000).fit(X_train, train[target])
    top = train[target].value_counts().idxmax()
    return float(np.mean(test[target] == top)), float(np.mean(model.predict(X_test) == test[target]))
