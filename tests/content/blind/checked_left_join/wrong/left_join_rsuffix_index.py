def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    known = right.dropna(subset=keys).set_index(keys)
    if known.index.has_duplicates:
        raise ValueError("repeat")
    m = left.join(known, on=keys)
    n = int(left.set_index(keys).index.isin(known.index).sum())
    m = m.groupby(level=0, sort=False).head(1)
    return m, {"matched": n, "unmatched": len(left) - n}
