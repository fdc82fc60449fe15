def dedupe_latest(df, key, time):
    when = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    out = df.assign(_when=when).sort_values("_when", kind="stable").drop_duplicates(key, keep="last")
    return out.drop(columns="_when").sort_index()
