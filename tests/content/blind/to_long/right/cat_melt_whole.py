def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value)
    return long.astype({"year": "int64", value: "float64"})
