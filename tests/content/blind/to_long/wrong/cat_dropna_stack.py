def to_long(df, id_cols, year_cols, value):
    long = df.set_index(id_cols)[year_cols].stack().reset_index()
    long.columns = id_cols + ["year", value]
    long = long.dropna(subset=[value])
    long["year"] = long["year"].astype("int64")
    long[value] = long[value].astype("float64")
    return long.reset_index(drop=True)
