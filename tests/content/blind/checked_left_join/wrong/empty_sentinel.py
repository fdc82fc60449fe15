def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    r = right.dropna(subset=keys)
    if r.duplicated(keys).any():
        raise ValueError("repeat")
    l = left.copy()
    for k in keys:
        l[k] = l[k].astype(object).where(l[k].notna(), "")
    m = l.merge(r.astype({k: object for k in keys}), how="left", on=keys, indicator="__i")
    n = int((m.pop("__i") == "both").sum())
    for k in keys:
        m[k] = left[k].to_numpy()
    return m, {"matched": n, "unmatched": len(m) - n}
