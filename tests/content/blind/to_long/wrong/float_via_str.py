def to_long(df, id_cols, year_cols, value):
    out = df[id_cols + year_cols].melt(id_cols, year_cols, "year", value)
    out["year"] = out["year"].astype("int64")
    out[value] = out[value].fillna(0).astype("float64").replace(0, float("nan"))
    return out
