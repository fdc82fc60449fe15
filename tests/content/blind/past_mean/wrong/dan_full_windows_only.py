def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    d = df.sort_values([entity, time])
    return d.groupby(entity)[value].transform(lambda v: v.shift(1).rolling(window).mean()).reindex(df.index)
