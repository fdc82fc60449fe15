def to_long(df, id_cols, year_cols, value):
    """Return long table."""
    d = df[id_cols + year_cols].reset_index(drop=True)
    d.columns = [f"id{i}" for i in range(len(id_cols))] + ["v" + y for y in year_cols]
    d["row"] = range(len(d))
    d = d.astype({"v" + y: float for y in year_cols})
    if d.empty:
        out = d[[f"id{i}" for i in range(len(id_cols))]].copy()
        out["year"] = pd.Series(dtype="int64")
        out["v"] = pd.Series(dtype="float64")
    else:
        out = pd.wide_to_long(d, "v", i="row", j="year").reset_index()
        out = out[[f"id{i}" for i in range(len(id_cols))] + ["year", "v"]]
    out.columns = [*id_cols, "year", value]
    return out.astype({"year": "int64", value: "float64"}).reset_index(drop=True)
