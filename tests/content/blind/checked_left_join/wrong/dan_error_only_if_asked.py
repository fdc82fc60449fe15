def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    out = left.merge(right.dropna(subset=keys), on=keys, how="left", indicator=True)
    if len(out) != len(left):
        raise ValueError("rows multiplied")
    matched = int((out["_merge"] == "both").sum())
    return out.drop(columns="_merge"), {"matched": matched, "unmatched": len(out) - matched}
