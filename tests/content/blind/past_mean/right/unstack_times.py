def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    first = df.set_index([entity, time])[value].unstack(entity).sort_index()
    out = {}
    for e in first.columns:
        s = first[e].dropna()
        out.update({(e, t): m for t, m in s.shift().rolling(window, min_periods=1).mean().items()})
    return pd.Series([out[k] for k in zip(df[entity], df[time])], index=df.index, dtype="float64")
