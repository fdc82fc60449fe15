import numpy as np


def to_long(df, id_cols, year_cols, value):
    """Return a table with one row for each row of df and each year."""
    columns = list(id_cols) + ["year", value]
    pieces = []
    for name in year_cols:
        piece = df[list(id_cols)].copy()
        piece["year"] = np.full(len(df), int(name), dtype="int64")
        piece[value] = df[name].to_numpy(dtype="float64")
        pieces.append(piece[columns])
    return pd.concat(pieces, ignore_index=True)
