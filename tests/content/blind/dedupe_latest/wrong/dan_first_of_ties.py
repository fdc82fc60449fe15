def dedupe_latest(df, key, time):
    t = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").tolist()
    best = {}
    for i, k in enumerate(df[key]):
        if k not in best or t[i] > t[best[k]]:
            best[k] = i
    return df.iloc[sorted(best.values())].copy()
