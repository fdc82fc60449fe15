def past_mean(df, entity, time, value, window):
    if window < 1:
        raise ValueError()

    def one(row):
        same = df[(df[entity] == row[entity]) & (df[time] < row[time])]
        return same.sort_values(time)[value].tail(window).mean()

    return df.apply(one, axis=1).astype("float64")
