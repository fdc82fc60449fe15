def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values([entity, time])
    prev = ordered.groupby(entity)[value].shift(1)
    return prev.rolling(window, min_periods=1).mean().reindex(df.index)
