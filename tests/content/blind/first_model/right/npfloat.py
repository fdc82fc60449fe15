from sklearn.base import clone
from sklearn.metrics import accuracy_score


def first_model(df: pd.DataFrame, target: str, seed: int = 0) -> tuple[float, float]:
    data = df.reset_index(drop=True)
    labels = data.pop(target)
    parts = train_test_split(data, labels, test_size=0.25, stratify=labels, random_state=seed)
    a, b, y, z = parts
    text = a.select_dtypes(exclude="number").columns.tolist()
    number = a.select_dtypes(include="number").columns.tolist()
    base = make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), number),
        (OneHotEncoder(handle_unknown="ignore", dtype=float), text), sparse_threshold=0,
    )
    prep = clone(base)
    prep.fit(a)
    clf = LogisticRegression(max_iter=1000)
    clf.fit(prep.transform(a), y)
    most = max(set(y), key=list(y).count)
    return np.mean(z.to_numpy() == most), np.mean(clf.predict(prep.transform(b)) == z.to_numpy())
