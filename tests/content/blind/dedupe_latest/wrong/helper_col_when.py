def dedupe_latest(df, key, time):
    work = df.copy()
    work["when"] = pd.to_datetime(work[time], format="%d/%m/%Y %H:%M")
    work["pos"] = np.arange(len(work))
    keep = work.sort_values(["when", "pos"]).drop_duplicates(key, keep="last").sort_values("pos")
    return keep.drop(columns=["when", "pos"])
