import numpy as np


def to_long(df, id_cols, year_cols, value):
    out = {}
    for c in id_cols:
        v = df[c].tolist() * len(year_cols)
        out[c] = pd.Series(v, dtype="str" if df[c].dtype == "str" else None if v else df[c].dtype)
    out["year"] = np.repeat(np.array([int(y) for y in year_cols]), len(df))
    out[value] = np.concatenate([df[y].to_numpy(dtype=float) for y in year_cols])
    return pd.DataFrame(out)
