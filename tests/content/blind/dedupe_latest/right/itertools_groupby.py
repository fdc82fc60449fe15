from itertools import groupby
from operator import itemgetter


def dedupe_latest(df, key, time):
    def stamp(t):
        date, clock = t.split(" ")
        d, m, y = map(int, date.split("/"))
        hh, mm = map(int, clock.split(":"))
        return y, m, d, hh, mm

    number = {}
    rows = sorted((number.setdefault(k, len(number)), stamp(t), i) for i, (k, t) in enumerate(zip(df[key], df[time])))
    keep = [max(group)[2] for _, group in groupby(rows, key=itemgetter(0))]
    return df.iloc[sorted(keep)].copy()
