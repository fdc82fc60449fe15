from collections import Counter


def checked_left_join(left, right, on):
    keys = [on] if isinstance(on, str) else list(on)
    complete = right.loc[right[keys].notna().all(axis=1)]
    counts = Counter(complete[keys].itertuples(index=False, name=None))
    if counts and counts.most_common(1)[0][1] > 1:
        raise ValueError("key not unique")
    try:
        table = left.merge(complete, "left", keys)
    except ValueError:  # an empty side has no usable dtype
        table = left.astype({k: object for k in keys}).merge(complete.astype({k: object for k in keys}), "left", keys)
    table.index = left.index
    matched = sum(k in counts for k in left[keys].itertuples(index=False, name=None))
    return [table, {"matched": matched, "unmatched": len(left) - matched}][0:2] and (table, {"matched": matched, "unmatched": len(left) - matched})
