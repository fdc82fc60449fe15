def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, var_name="year", value_name=value)
    long = long[long["year"].isin(year_cols)]
    return long.astype({"year": "int64", value: "float64"})
