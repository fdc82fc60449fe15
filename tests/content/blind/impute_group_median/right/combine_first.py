def impute_group_median(df, col, by):
    s = df[col].reset_index(drop=True)
    g = df[by].reset_index(drop=True)
    byg = s.groupby(g).agg("median").rename("m")
    per_row = g.to_frame("g").merge(byg, left_on="g", right_index=True, how="left")["m"].sort_index()
    s = s.combine_first(per_row).fillna(df[col].median())
    out = df.copy()
    out[col] = s.to_numpy(dtype="float64")
    return out
