def impute_group_median(df, col, by):
    values = df[col].to_numpy(copy=True)
    groups = df[by].to_numpy()
    known = ~np.isnan(values)
    if not known.any():
        return df.copy()
    overall = np.median(values[known])
    medians = {}
    for g in df[by].dropna().unique():
        inside = values[known & (groups == g)]
        medians[g] = np.median(inside) if inside.size else overall
    filled = [
        v if k else medians.get(g, overall) if not pd.isna(g) else overall
        for v, k, g in zip(values, known, groups)
    ]
    out = df.copy()
    out[col] = np.array(filled)
    return out
