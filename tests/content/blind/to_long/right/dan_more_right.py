import numpy as np


def to_long(df, id_cols, year_cols, value):
    """Row after row of df, its years beside each other: everything by position."""
    times = len(year_cols)
    long = df[id_cols].iloc[np.repeat(np.arange(len(df)), times)].reset_index(drop=True)
    long["year"] = np.tile(np.array([int(y) for y in year_cols], dtype=np.int64), len(df))
    long[value] = df[year_cols].to_numpy(dtype=float).ravel()
    return long
