def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    where = {}
    for i, t in enumerate(zip(*[right[k] for k in keys])):
        if not all(t) or any(pd.isna(x) for x in t):
            continue
        if t in where:
            raise ValueError(t)
        where[t] = i
    pos = [where.get(t) for t in zip(*[left[k] for k in keys])]
    out = left.copy()
    for c in right.columns:
        if c not in keys:
            out[c] = [None if p is None else right[c].iloc[p] for p in pos]
    hit = sum(p is not None for p in pos)
    return out, {"matched": hit, "unmatched": len(pos) - hit}
