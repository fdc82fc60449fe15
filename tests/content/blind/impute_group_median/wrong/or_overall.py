def impute_group_median(df, col, by):
    out = df.copy()

    med = df.groupby(by)[col].median().dropna().to_dict()
    overall = df[col].median()
    out[col] = [v if v == v else (med.get(g) or overall) for g, v in zip(df[by], df[col])]
    out[col] = out[col].astype(float)
    return out
