def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    d = df.sort_values(time)
    return d.groupby(entity)[value].transform(lambda v: v.rolling(window, min_periods=1).mean()).reindex(df.index).astype(float)
