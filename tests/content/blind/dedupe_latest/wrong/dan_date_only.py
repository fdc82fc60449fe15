from datetime import datetime


def dedupe_latest(df, key, time):
    best = {}
    for i, (k, t) in enumerate(zip(df[key], df[time])):
        c = (datetime.strptime(t[:10], "%d/%m/%Y"), i)
        if k not in best or c > best[k]:
            best[k] = c
    return df.iloc[sorted(i for _, i in best.values())].copy()
