def dedupe_latest(df, key, time):
    helper = pd.DataFrame(
        {
            "key": df[key].to_numpy(),
            "when": pd.to_datetime(df[time], format="%d/%m/%Y %H:%M").to_numpy(),
        }
    )
    latest = helper.sort_values("when", kind="stable").drop_duplicates("key", keep="last")
    return df.iloc[latest.index.sort_values()].copy()
