def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    l, r = left.copy(), right.dropna(subset=keys).copy()
    for d in (l, r):
        for k in keys:
            d[k] = d[k].map(lambda x: x.strip().lower() if isinstance(x, str) else x)
    if r.duplicated(keys).any():
        raise ValueError("repeat")
    m = l.merge(r, how="left", on=keys, indicator="__i")
    n = int((m.pop("__i") == "both").sum())
    for k in keys:
        m[k] = left[k].to_numpy()
    return m, {"matched": n, "unmatched": len(m) - n}
