def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    out = []
    t = df[time].rank(method="dense")
    for e, now in zip(df[entity], t):
        hit = df[value][(df[entity] == e) & (t < now) & (t >= now - window)]
        out.append(float(hit.mean()) if len(hit) else np.nan)
    return pd.Series(out, index=df.index, dtype=float)
