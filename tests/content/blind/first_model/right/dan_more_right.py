def first_model(df, target):
    """By hand with NumPy up to the logistic regression."""
    train, test = train_test_split(df, test_size=0.25, stratify=df[target], random_state=0)
    columns_train, columns_test = [], []
    for name in df.columns.drop(target):
        a, b = train[name], test[name]
        if pd.api.types.is_numeric_dtype(a):
            middle = a.median()
            a, b = a.fillna(middle).to_numpy(float), b.fillna(middle).to_numpy(float)
            mean, sd = a.mean(), a.std()
            columns_train.append((a - mean) / sd)
            columns_test.append((b - mean) / sd)
        else:
            for level in sorted(set(a)):
                columns_train.append((a == level).to_numpy(float))
                columns_test.append((b == level).to_numpy(float))
    model = LogisticRegression(max_iter=1000).fit(np.column_stack(columns_train), train[target])
    guess = train[target].mode()[0]
    hits = model.predict(np.column_stack(columns_test)) == test[target].to_numpy()
    return float((test[target] == guess).mean()), float(hits.mean())
