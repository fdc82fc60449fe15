def impute_group_median(df, col, by):
    def med(vs):
        return sorted(vs)[len(vs) // 2]
    known, every = {}, []
    for g, v in zip(df[by], df[col]):
        if not pd.isna(v):
            every.append(v)
            if not pd.isna(g):
                known.setdefault(g, []).append(v)
    out = df.copy()
    out[col] = [v if not pd.isna(v) or not every else med(known.get(g, every)) for g, v in zip(df[by], df[col])]
    return out
