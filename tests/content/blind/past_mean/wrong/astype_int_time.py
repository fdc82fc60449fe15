def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")

    d = df.assign(_t=pd.to_datetime(df[time]).dt.normalize()).sort_values("_t", kind="stable")
    return d.groupby(entity)[value].transform(lambda s: s.shift().rolling(window, min_periods=1).mean()).reindex(df.index)
