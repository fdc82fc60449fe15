def dedupe_latest(df, key, time):
    flat = df.reset_index(drop=True)
    keep = flat.sort_values(time, kind="stable").drop_duplicates(key, keep="last").index.sort_values()
    return df.iloc[keep].copy()
