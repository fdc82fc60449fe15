def impute_group_median(df, col, by):
    """Return a copy of df in which the gaps of one column are filled with the median of their group."""
    values = df[col].to_numpy(dtype="float64", copy=True)
    groups = df[by].tolist()

    known = {}
    everything = []
    for group, v in zip(groups, values):
        if np.isnan(v):
            continue
        everything.append(v)
        if not pd.isna(group):
            known.setdefault(group, []).append(v)

    out = df.copy()
    if not everything:
        return out
    overall = np.median(everything)
    medians = {group: np.median(vs) for group, vs in known.items()}
    for i, group in enumerate(groups):
        if np.isnan(values[i]):
            values[i] = overall if pd.isna(group) else medians.get(group, overall)
    out[col] = values
    return out
