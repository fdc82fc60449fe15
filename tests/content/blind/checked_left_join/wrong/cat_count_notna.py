def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    right = right.dropna(subset=keys)
    if right.duplicated(keys).any():
        raise ValueError("repeated key")
    joined = left.merge(right, on=keys, how="left")
    others = [c for c in right.columns if c not in keys]
    matched = int(joined[others].notna().all(axis=1).sum())
    return joined, {"matched": matched, "unmatched": len(joined) - matched}
