def checked_left_join(left, right, on):
    joined = left.merge(right, on=on, how="left", validate="many_to_one", indicator=True)
    matched = int((joined["_merge"] == "both").sum())
    return joined.drop(columns="_merge"), {"matched": matched, "unmatched": len(joined) - matched}
