import numpy as np


def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    good = right[right[keys].notna().all(axis=1)].reset_index(drop=True)
    if good.duplicated(subset=keys).any():
        raise ValueError
    if len(keys) == 1:
        a, b = pd.Index(left[keys[0]]), pd.Index(good[keys[0]])
    else:
        a, b = pd.MultiIndex.from_frame(left[keys]), pd.MultiIndex.from_frame(good[keys])
    pos = b.get_indexer(a) if len(b) else np.full(len(a), -1)
    pos = np.where(left[keys].isna().any(axis=1), -1, pos)
    out = left.copy()
    for c in good.columns.difference(keys, sort=False):
        out[c] = good[c].reindex(pos).to_numpy() if len(good) else np.nan
    m = (pos >= 0).sum()
    return out, {"matched": m, "unmatched": (pos < 0).sum()}
