def first_model(df, target):
    X, y = df.drop(columns=target), df[target]
    a, b, ya, yb = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    num = list(X.select_dtypes("number").columns)
    txt = [c for c in X.columns if c not in num]
    steps = []
    if len(num):
        steps.append((make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), num))
    if txt:
        steps.append((OneHotEncoder(handle_unknown="ignore"), txt))
    model = make_pipeline(make_column_transformer(*steps), LogisticRegression(max_iter=1000, solver="liblinear")).fit(a, ya)
    baseline = float((yb == ya.mode()[0]).mean())
    return (baseline, float(model.score(b, yb)))
