def impute_group_median(df, col, by):
    known = {}
    for g, v in zip(df[by], df[col]):
        if not pd.isna(v) and not pd.isna(g):
            known.setdefault(g, []).append(v)
    every = [v for vs in known.values() for v in vs]
    values = []
    for g, v in zip(df[by], df[col]):
        if pd.isna(v):
            pool = known.get(g, every)
            v = np.median(pool) if pool else np.nan
        values.append(v)
    out = df.copy()
    out[col] = values
    return out
