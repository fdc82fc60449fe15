def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    def key_tuples(table):
        out = []
        for parts in zip(*(table[k] for k in keys)):
            out.append(None if any(pd.isna(p) for p in parts) else parts)
        return out

    where = {}
    for place, key in enumerate(key_tuples(right)):
        if key is None:
            continue
        if key in where:
            raise ValueError(f"{key} stands in right twice")
        where[key] = place
    places = np.array([where.get(key, -1) if key is not None else -1 for key in key_tuples(left)], dtype=int)
    others = [c for c in right.columns if c not in keys]
    labels = right[others].reset_index(drop=True)
    looked_up = labels.reindex(places)  # -1 is no label, so it gives missing values
    looked_up.index = left.index
    matched = int((places >= 0).sum())
    return pd.concat([left, looked_up], axis=1), {"matched": matched, "unmatched": len(left) - matched}


import numpy as np
