import pandas as pd


def merge_sort(items, key=None):
    keys = pd.Series([x if key is None else key(x) for x in items], dtype=object)
    order = keys.argsort(kind="stable") if len(keys) else []
    return [items[i] for i in order]
