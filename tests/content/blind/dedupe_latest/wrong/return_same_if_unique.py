def dedupe_latest(df, key, time):
    if not df[key].duplicated().any():
        return df
    when = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    order = np.argsort(when, kind="stable")
    dup = df[key].iloc[order].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(order[~dup])]
