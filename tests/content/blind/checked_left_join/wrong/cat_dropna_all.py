def checked_left_join(left, right, on):
    keys = on if isinstance(on, list) else [on]
    complete = right.dropna(subset=keys, how="all")
    if complete.duplicated(subset=keys).any():
        raise ValueError("a key stands in several rows of right")
    joined = left.merge(complete, how="left", on=keys, indicator="__found__")
    matched = int((joined["__found__"] == "both").sum())
    return joined.drop(columns="__found__"), {"matched": matched, "unmatched": len(left) - matched}
