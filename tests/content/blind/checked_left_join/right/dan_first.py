def checked_left_join(left, right, on):
    """Return left with the columns of right beside it, and how many rows found a partner."""
    keys = [on] if isinstance(on, str) else list(on)

    def complete_or_none(parts):
        return None if any(pd.isna(part) for part in parts) else parts

    place = {}
    for i, parts in enumerate(zip(*[right[k] for k in keys])):
        key = complete_or_none(parts)
        if key is None:
            continue
        if key in place:
            raise ValueError(f"the key {key} stands more than once on the right")
        place[key] = i

    positions = []
    for parts in zip(*[left[k] for k in keys]):
        key = complete_or_none(parts)
        positions.append(-1 if key is None else place.get(key, -1))
    matched = sum(p >= 0 for p in positions)

    others = [c for c in right.columns if c not in keys]
    found = right[others].reset_index(drop=True).reindex(positions)  # -1 is no label: a missing row
    found = found.reset_index(drop=True)
    result = pd.concat([left.reset_index(drop=True), found], axis=1)
    return result, {"matched": matched, "unmatched": len(left) - matched}
