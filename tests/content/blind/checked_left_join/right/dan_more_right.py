def checked_left_join(left, right, on):
    """merge with its own check, on a right table without incomplete keys."""
    keys = [on] if isinstance(on, str) else on
    usable = right.dropna(subset=keys)
    out = left.merge(usable, how="left", on=keys, validate="many_to_one", indicator="__how")
    matched = int((out["__how"] == "both").sum())
    return out.drop(columns="__how"), {"matched": matched, "unmatched": len(out) - matched}
