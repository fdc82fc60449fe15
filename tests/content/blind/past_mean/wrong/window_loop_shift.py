def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("window")
    g = df.sort_values(time).groupby(entity)[value]
    return pd.concat([g.shift(k) for k in range(1, window + 1)], axis=1).replace(0, np.nan).mean(axis=1).reindex(df.index).astype(float)
