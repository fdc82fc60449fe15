def dedupe_latest(df, key, time):
    t = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    tmp = df.assign(_t=t).reset_index(names="_i")
    keep = tmp.sort_values("_t").drop_duplicates(key, keep="last").sort_index()
    return df.iloc[keep.index].copy()
