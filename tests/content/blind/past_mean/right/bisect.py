from bisect import bisect_left


class Past:
    __slots__ = ("times", "values", "window")

    def __init__(self, part, time, value, window):
        pairs = sorted(zip(part[time], part[value]))
        self.times = [t for t, _ in pairs]
        self.values = [v for _, v in pairs]
        self.window = window

    def before(self, t):
        i = bisect_left(self.times, t)
        chosen = self.values[max(0, i - self.window) : i]
        return np.mean(chosen) if chosen else np.nan


def past_mean(df, entity, time, value, window):
    if int(window) < 1:
        raise ValueError("no window")
    pasts = {name: Past(part, time, value, window) for name, part in df.groupby(entity)}
    return pd.Series((pasts[e].before(t) for e, t in zip(df[entity], df[time])), index=df.index, dtype="float64")
