def dedupe_latest(df, key, time):
    when = pd.to_datetime(df[time], format="mixed")
    flat = pd.DataFrame({"k": df[key].to_numpy(), "t": when.to_numpy()})
    keep = flat.sort_values("t", kind="stable").drop_duplicates("k", keep="last").index.sort_values()
    return df.iloc[keep].copy()
