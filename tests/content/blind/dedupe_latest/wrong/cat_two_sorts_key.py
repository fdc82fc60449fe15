def dedupe_latest(df, key, time):
    when = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    latest = when.groupby(df[key]).transform("max")
    return df[when == latest].drop_duplicates(key)
