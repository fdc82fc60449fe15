def impute_group_median(df, col, by):
    out = df.copy()

    g = out.groupby(by)[col]
    m = g.transform("median").where(g.transform("count") > 1)
    out[col] = out[col].fillna(m).fillna(df[col].median())
    return out
