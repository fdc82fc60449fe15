def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    d = df.sort_values([entity, time])
    shifted = d.groupby(entity)[value].shift(1)
    return shifted.rolling(window, min_periods=1).mean().reindex(df.index)
