def dedupe_latest(df, key, time):
    when = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M")
    return df.loc[when.groupby(df[key]).idxmax()].sort_index()
