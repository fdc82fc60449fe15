def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError("at least one row")
    codes = pd.factorize(df[entity])[0]
    order = np.lexsort((df[time].to_numpy(), codes))
    v = df[value].to_numpy(dtype=float)[order]
    c = codes[order]
    start = np.searchsorted(c, c)
    pos = np.arange(len(c))
    total = np.concatenate([[0.0], np.cumsum(v)])
    lo = np.maximum(start, pos - window)
    n = pos - lo
    with np.errstate(invalid="ignore", divide="ignore"):
        m = np.where(n > 0, (total[pos] - total[lo]) / n, np.nan)
    out = np.empty(len(df))
    out[order] = m
    return pd.Series(out, df.index, dtype="float64", name=value)
