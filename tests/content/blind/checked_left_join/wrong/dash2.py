def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)

    def k(df):
        return ["-".join(map(str, t)) for t in zip(*[df[k] for k in keys])]
    r = right.dropna(subset=keys)
    if r.duplicated(keys).any():
        raise ValueError
    where = {t: i for i, t in enumerate(k(r))}
    lk = list(k(left))
    lna = left[keys].isna().any(axis=1).tolist()
    pos = [-1 if na else where.get(t, -1) for t, na in zip(lk, lna)]
    out = left.copy()
    for c in right.columns:
        if c not in keys:
            v = r[c].tolist()
            out[c] = [v[p] if p >= 0 else None for p in pos]
    hit = sum(p >= 0 for p in pos)
    return out, {"matched": hit, "unmatched": len(pos) - hit}
