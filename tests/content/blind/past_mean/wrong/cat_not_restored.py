def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values([entity, time])
    return ordered.groupby(entity)[value].transform(lambda v: v.shift().rolling(window, min_periods=1).mean())
