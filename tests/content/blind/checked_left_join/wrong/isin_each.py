def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("repeat")
    m = left.merge(known, how="left", on=keys)
    hit = pd.Series(True, index=left.index)
    for k in keys:
        hit &= left[k].isin(known[k])
    n = int(hit.sum())
    return m, {"matched": n, "unmatched": len(m) - n}
