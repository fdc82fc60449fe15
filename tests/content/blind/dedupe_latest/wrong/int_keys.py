def dedupe_latest(df, key, time):
    when = pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy()
    order = np.argsort(when, kind="stable")
    k = df[key].astype(str).str.lstrip("0")
    dup = k.iloc[order].duplicated(keep="last").to_numpy()
    return df.iloc[np.sort(order[~dup])]
