def impute_group_median(df, col, by):
    out = df.copy()

    s = out[col].where(out[col] != 0)
    out[col] = s.fillna(s.groupby(out[by]).transform("median")).fillna(s.median())
    return out
