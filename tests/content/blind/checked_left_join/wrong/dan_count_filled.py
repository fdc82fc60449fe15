def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    out = left.merge(right.dropna(subset=keys), on=keys, how="left", validate="m:1")
    new = [c for c in right.columns if c not in keys]
    matched = int(out[new].notna().any(axis=1).sum())
    return out, {"matched": matched, "unmatched": len(out) - matched}
