def impute_group_median(df, col, by):
    out = df.copy()
    med = out.groupby(by, dropna=False)[col].transform("median")
    out[col] = out[col].fillna(med).fillna(out[col].median())
    return out
