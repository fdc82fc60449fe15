def dedupe_latest(df, key, time):
    work = df.assign(_when=pd.to_datetime(df[time], format="%d/%m/%Y %H:%M"), _order=range(len(df)))
    keep = work.sort_values(["_when", "_order"]).drop_duplicates(subset=[key], keep="last").sort_values("_order")
    return keep[[c for c in df.columns]]
