def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window must be 1 or more")
    ordered = df.sort_values(time).astype({value: "float64"})
    means = ordered.groupby(entity)[value].transform(
        lambda v: v.shift(1).rolling(window, min_periods=1).mean()
    )
    return means.reindex(df.index)
