def impute_group_median(df, col, by):
    out = df.copy()
    out[col] = out[col].fillna(out.groupby(by)[col].transform("median"))
    out[col] = out[col].fillna(out[col].median())
    return out
