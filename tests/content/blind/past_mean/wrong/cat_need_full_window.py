def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    ordered = df.sort_values(time)
    result = ordered.groupby(entity)[value].transform(lambda v: v.shift().rolling(window).mean())
    return result.reindex(df.index)
