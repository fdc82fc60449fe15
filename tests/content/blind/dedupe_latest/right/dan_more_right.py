def dedupe_latest(df, key, time):
    """Texts put the other way round sort by time."""
    t = df[time]
    sortable = (t.str[6:10] + t.str[3:5] + t.str[:2] + t.str[11:]).tolist()
    keys = df[key].tolist()
    order = sorted(range(len(df)), key=lambda i: sortable[i])  # stable
    last = {keys[i]: i for i in order}
    keep = np.zeros(len(df), dtype=bool)
    keep[list(last.values())] = True
    return df[keep].copy()
