def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")

    d = df.sort_values(time)
    out, past = {}, {}
    for i, e, v in zip(d.index, d[entity], d[value]):
        h = past.get(e, [])[-window:]
        out[i] = (sum(h) / len(h) if h else 0) or np.nan
        past.setdefault(e, []).append(v)
    return pd.Series(out).reindex(df.index).astype(float)
