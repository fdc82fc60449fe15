from datetime import datetime


def dedupe_latest(df, key, time):
    """Keep the latest row of each key."""
    best = {}  # key -> (time, position)
    for i, (k, text) in enumerate(zip(df[key], df[time])):
        candidate = (datetime.strptime(text, "%d/%m/%Y %H:%M"), i)
        if k not in best or candidate > best[k]:
            best[k] = candidate
    positions = sorted(i for _, i in best.values())
    return df.iloc[positions].copy()
