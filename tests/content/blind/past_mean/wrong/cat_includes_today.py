def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values(time)
    out = ordered.groupby(entity)[value].transform(lambda v: v.rolling(window, min_periods=1).mean())
    return out.reindex(df.index)
