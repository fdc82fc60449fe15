def dedupe_latest(df, key, time):
    best = {}
    for place, (k, t) in enumerate(zip(df[key], df[time])):
        # year, month, day, clock: sorts like the time itself
        stamp = (t[6:10], t[3:5], t[:2], t[11:])
        if k not in best or stamp >= best[k][0]:
            best[k] = (stamp, place)
    keep = np.zeros(len(df), dtype=bool)
    keep[[place for _, place in best.values()]] = True
    return df[keep]
