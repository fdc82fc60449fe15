from datetime import datetime


def dedupe_latest(df, key, time):
    best = {}
    for i, (k, t) in enumerate(zip(df[key], df[time])):
        c = (datetime.strptime(t, "%d/%m/%Y %H:%M"), i)
        if k not in best or c > best[k]:
            best[k] = c
    return df.iloc[[i for _, i in best.values()]].copy()
