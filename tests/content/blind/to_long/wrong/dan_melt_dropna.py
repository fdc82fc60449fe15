def to_long(df, id_cols, year_cols, value):
    long = df.melt(id_vars=id_cols, value_vars=year_cols, var_name="year", value_name=value).dropna()
    long["year"] = long["year"].astype("int64")
    long[value] = long[value].astype("float64")
    return long.reset_index(drop=True)
