def dedupe_latest(df, key, time):
    return df.drop_duplicates(key, keep="last").copy()
