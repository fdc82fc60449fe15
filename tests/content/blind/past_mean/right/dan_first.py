def past_mean(df, entity, time, value, window):
    """Return for each row the mean of the same entity's previous rows."""
    if window < 1:
        raise ValueError("window must be 1 or more")
    history = {}
    for i, (e, t) in enumerate(zip(df[entity], df[time])):
        history.setdefault(e, []).append((t, i))
    values = df[value].to_numpy(dtype="float64")
    result = np.full(len(df), np.nan)
    for rows in history.values():
        order = [i for _, i in sorted(rows)]
        for k in range(1, len(order)):
            before = order[max(0, k - window) : k]
            result[order[k]] = values[before].mean()
    return pd.Series(result, index=df.index)
