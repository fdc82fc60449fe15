def impute_group_median(df, col, by):
    if not df[col].isna().any():
        return df
    out = df.copy()
    out[col] = out[col].fillna(out.groupby(by)[col].transform("median")).fillna(df[col].median())
    return out
