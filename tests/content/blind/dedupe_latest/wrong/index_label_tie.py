def dedupe_latest(df, key, time):
    work = df.reset_index(drop=True)
    work["row"] = work.index
    work["stamp"] = pd.to_datetime(work[time], format="%d/%m/%Y %H:%M")
    rows = work.sort_values(["stamp", "row"]).groupby(key)["row"].last()
    out = df.iloc[rows.sort_values().to_numpy()]
    out[time] = out[time].astype("str")
    return out
