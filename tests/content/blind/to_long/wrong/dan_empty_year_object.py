def to_long(df, id_cols, year_cols, value):
    rows = []
    for _, row in df.iterrows():
        for y in year_cols:
            new = {c: row[c] for c in id_cols}
            new["year"] = int(y)
            new[value] = float(row[y])
            rows.append(new)
    return pd.DataFrame(rows, columns=[*id_cols, "year", value])
