def impute_group_median(df, col, by):
    out = df.copy()
    med = df.groupby(by, dropna=False)[col].transform("median")
    out[col] = df[col].fillna(med).fillna(df[col].median())
    return out
