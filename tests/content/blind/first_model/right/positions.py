from sklearn.preprocessing import LabelEncoder


def first_model(df, target):
    y = LabelEncoder().fit_transform(df[target])
    rows = np.arange(len(df))
    tr, te = train_test_split(rows, test_size=0.25, stratify=y, random_state=0)
    tr_parts, te_parts = [], []
    for col in df.columns:
        if col == target:
            continue
        a, b = df[col].iloc[tr], df[col].iloc[te]
        if pd.api.types.is_numeric_dtype(df[col]):
            a, b = a.to_numpy(float), b.to_numpy(float)
            med = np.nanmedian(a)
            a, b = np.where(np.isnan(a), med, a), np.where(np.isnan(b), med, b)
            mu, sd = a.mean(), a.std()
            tr_parts.append(((a - mu) / sd)[:, None])
            te_parts.append(((b - mu) / sd)[:, None])
        else:
            levels = np.array(sorted(set(a)), dtype=object)
            tr_parts.append((a.to_numpy(object)[:, None] == levels).astype(float))
            te_parts.append((b.to_numpy(object)[:, None] == levels).astype(float))
    clf = LogisticRegression(max_iter=1000).fit(np.hstack(tr_parts), y[tr])
    usual = np.bincount(y[tr]).argmax()
    return float(np.mean(y[te] == usual)), float(np.mean(clf.predict(np.hstack(te_parts)) == y[te]))
