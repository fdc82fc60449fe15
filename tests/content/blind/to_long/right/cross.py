def to_long(df, id_cols, year_cols, value):
    ids = df[id_cols].reset_index(drop=True)
    years = pd.DataFrame({"year": [int(y) for y in year_cols]}, dtype="int64")
    out = ids.merge(years, how="cross")
    out[value] = [float(v) if v is not None else float("nan") for row in df[year_cols].itertuples(index=False, name=None) for v in row]
    out[value] = out[value].astype("float64")
    return out
