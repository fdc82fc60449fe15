def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    known = right.dropna(subset=keys)
    if known.duplicated(keys).any():
        raise ValueError("a key repeats in right")
    m = left.merge(known, how="left", on=keys, indicator="_found_")
    c = m.pop("_found_").value_counts().to_dict()
    return [m, {"matched": c.get("both", 0), "unmatched": c.get("left_only", 0)}]
