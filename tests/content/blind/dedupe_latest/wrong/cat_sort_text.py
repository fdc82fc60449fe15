def dedupe_latest(df, key, time):
    return df.sort_values(time, kind="stable").drop_duplicates(key, keep="last").sort_index()
