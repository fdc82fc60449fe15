def dedupe_latest(df, key, time):
    t = df[time]
    sortable = t.str[6:10] + t.str[3:5] + t.str[:2] + t.str[11:]
    newest = (df[key].astype(str) + sortable).groupby(df[key].to_numpy()).transform("max")
    hit = (df[key].astype(str) + sortable) == newest
    sub = df[hit.to_numpy()]
    return sub[~sub[key].duplicated(keep="last")]
