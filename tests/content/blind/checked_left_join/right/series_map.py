def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    def as_key(df):
        return [None if any(pd.isna(p) for p in t) else t for t in zip(*[df[k].tolist() for k in keys])]

    rk = as_key(right)
    complete = [k for k in rk if k is not None]
    if len(set(complete)) < len(complete):
        raise ValueError("repeated keys: " + str(complete))
    hits = [k is not None and k in set(complete) for k in as_key(left)]
    out = left.reset_index(drop=True)
    for c in right.columns:
        if c not in keys:
            d = dict(zip(rk, right[c]))
            out[c] = [d[k] if h else None for k, h in zip(as_key(left), hits)]
    return out, {"matched": sum(hits), "unmatched": hits.count(False)}
