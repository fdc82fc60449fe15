def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    right = right.dropna(subset=keys)
    joined = left.merge(right, on=keys, how="left", indicator=True)
    if len(joined) != len(left):
        raise ValueError("repeated key")
    matched = int((joined["_merge"] == "both").sum())
    return joined.drop(columns="_merge"), {"matched": matched, "unmatched": len(joined) - matched}
