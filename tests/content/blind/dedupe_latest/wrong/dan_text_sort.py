def dedupe_latest(df, key, time):
    best = {}
    for i, (k, t) in enumerate(zip(df[key], df[time])):
        if k not in best or t >= best[k][0]:
            best[k] = (t, i)
    return df.iloc[sorted(i for _, i in best.values())].copy()
