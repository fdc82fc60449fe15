def impute_group_median(df, col, by):
    out = df.copy()

    g = out[by]
    if pd.api.types.is_float_dtype(g):
        g = g.fillna(-1).astype(int)
        g = g.where(g != -1)
    out[col] = out[col].fillna(out[col].groupby(g).transform("median")).fillna(df[col].median())
    return out
