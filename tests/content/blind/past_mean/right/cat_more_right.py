def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError(window)
    from collections import deque

    seen = {}
    result = np.full(len(df), np.nan)
    order = np.argsort(df[time].to_numpy(), kind="stable")
    names, values = df[entity].tolist(), df[value].tolist()
    for place in order:
        past = seen.setdefault(names[place], deque(maxlen=window))
        if past:
            result[place] = sum(past) / len(past)
        past.append(values[place])
    return pd.Series(result, index=df.index)
