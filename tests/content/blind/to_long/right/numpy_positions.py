import numpy as np


def to_long(df: pd.DataFrame, id_cols: list[str], year_cols: list[str], value: str) -> pd.DataFrame:
    n, k = df.shape[0], len(year_cols)
    rows = np.repeat(np.arange(n), k)
    out = df[id_cols].iloc[rows]
    out.index = pd.Index(np.arange(n * k))
    out.insert(len(id_cols), "year", np.tile(np.array(year_cols).astype(np.int64), n))
    out.insert(len(id_cols) + 1, value, df[year_cols].to_numpy(dtype=float).ravel())
    return out
