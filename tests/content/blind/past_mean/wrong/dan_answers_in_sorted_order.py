def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError
    d = df.sort_values([entity, time])
    out = d.groupby(entity)[value].transform(lambda v: v.shift(1).rolling(window, min_periods=1).mean())
    return pd.Series(out.to_numpy(float), index=df.index)
