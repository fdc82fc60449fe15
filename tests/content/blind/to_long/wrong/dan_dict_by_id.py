def to_long(df, id_cols, year_cols, value):
    found = {}
    for i in range(len(df)):
        row = df.iloc[i]
        for y in year_cols:
            found[tuple(row[c] for c in id_cols) + (int(y),)] = float(row[y])
    long = pd.DataFrame([k + (v,) for k, v in found.items()], columns=id_cols + ["year", value])
    return long.astype({c: df[c].dtype for c in id_cols} | {"year": "int64", value: "float64"})
