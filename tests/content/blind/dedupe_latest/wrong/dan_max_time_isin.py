def dedupe_latest(df, key, time):
    t = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    latest = t.groupby(df[key]).max()
    return df[t.isin(latest)].drop_duplicates([key], keep="last").copy()
