def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    l, r = left.copy(), right.copy()
    for k in keys:
        l[k] = l[k].astype(object).where(l[k].notna(), -1)
        r[k] = r[k].astype(object).where(r[k].notna(), -2)
    try:
        m = l.merge(r, how="left", on=keys, validate="many_to_one", indicator="__i")
    except pd.errors.MergeError:
        raise ValueError("repeat") from None
    n = int((m.pop("__i") == "both").sum())
    for k in keys:
        m[k] = left[k].to_numpy()
    return m, {"matched": n, "unmatched": len(m) - n}
