def to_long(df, id_cols, year_cols, value):
    pieces = []
    for name in year_cols:
        piece = df[list(id_cols)].copy()
        piece["year"] = int(name)
        piece[value] = df[name].astype(float)
        pieces.append(piece)
    return pd.concat(pieces, ignore_index=True)
