def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else on
    out = left.merge(right.dropna(subset=keys, how="all"), on=keys, how="left", validate="m:1", indicator=True)
    matched = int((out["_merge"] == "both").sum())
    return out.drop(columns="_merge"), {"matched": matched, "unmatched": len(out) - matched}
