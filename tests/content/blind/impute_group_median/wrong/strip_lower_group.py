def impute_group_median(df, col, by):
    out = df.copy()

    g = out[by].astype("object").map(lambda x: x.strip().lower() if isinstance(x, str) else x)
    out[col] = out[col].fillna(out[col].groupby(g).transform("median")).fillna(df[col].median())
    return out
