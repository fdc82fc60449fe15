from collections import Counter

from sklearn.metrics import accuracy_score


def first_model(df, target):
    train, test = train_test_split(df, test_size=0.25, stratify=df[target], random_state=0)
    y_train, y_test = train[target], test[target]
    x_train, x_test = train.drop(columns=[target]), test.drop(columns=[target])
    num = x_train.select_dtypes("number").columns
    txt = x_train.columns.difference(num, sort=False)
    median = x_train[num].median()
    a, b = x_train[num].fillna(median), x_test[num].fillna(median)
    mean, std = a.mean(), a.std(ddof=0)
    a, b = (a - mean) / std, (b - mean) / std
    if len(txt):
        da = pd.get_dummies(x_train[txt], dtype=float)
        db = pd.get_dummies(x_test[txt], dtype=float).reindex(columns=da.columns, fill_value=0.0)
        a, b = pd.concat([a, da], axis=1), pd.concat([b, db], axis=1)
    clf = LogisticRegression(max_iter=1000).fit(a.to_numpy(), y_train)
    usual = Counter(y_train).most_common(1)[0][0]
    return (accuracy_score(y_test, [usual] * len(y_test)), accuracy_score(y_test, clf.predict(b.to_numpy())))
