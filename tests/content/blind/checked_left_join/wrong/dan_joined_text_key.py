def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    def texts(t):
        return ["".join(str(p) for p in parts) if not any(pd.isna(p) for p in parts) else None
                for parts in zip(*[t[k] for k in keys])]
    place = {}
    for i, k in enumerate(texts(right)):
        if k is None:
            continue
        if k in place:
            raise ValueError(k)
        place[k] = i
    pos = [place.get(k, -1) if k is not None else -1 for k in texts(left)]
    others = [c for c in right.columns if c not in keys]
    found = right[others].reset_index(drop=True).reindex(pos).reset_index(drop=True)
    m = sum(p >= 0 for p in pos)
    return pd.concat([left.reset_index(drop=True), found], axis=1), {"matched": m, "unmatched": len(left) - m}
