def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    seen, out = {}, []
    for e, v in zip(df[entity], df[value]):
        past = seen.setdefault(e, [])
        out.append(sum(past[-window:]) / len(past[-window:]) if past else np.nan)
        past.append(v)
    return pd.Series(out, index=df.index, dtype=float)
