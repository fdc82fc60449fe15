def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    if right.dropna(subset=keys).duplicated(keys).any():
        raise ValueError("key repeats")
    out = left.merge(right.drop_duplicates(keys), on=keys, how="left", indicator=True)
    matched = int((out["_merge"] == "both").sum())
    return out.drop(columns="_merge"), {"matched": matched, "unmatched": len(out) - matched}
