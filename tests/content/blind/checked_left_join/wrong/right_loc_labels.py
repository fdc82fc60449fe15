def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    r = right.dropna(subset=keys)
    if r.duplicated(keys).any():
        raise ValueError
    where = dict(zip(zip(*[r[k] for k in keys]), r.index))
    pos = [where.get(t) for t in zip(*[left[k] for k in keys])]
    out = left.copy()
    for c in right.columns:
        if c not in keys:
            out[c] = [None if p is None else r[c].loc[p] for p in pos]
    hit = sum(p is not None for p in pos)
    return out, {"matched": hit, "unmatched": len(pos) - hit}
