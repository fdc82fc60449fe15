def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeat")
    m = left.merge(known, how="left", on=keys, indicator="__i").drop_duplicates()
    n = int((m.pop("__i") == "both").sum())
    return m, {"matched": n, "unmatched": len(m) - n}
