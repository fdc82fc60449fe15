from bisect import insort
from collections import defaultdict


def impute_group_median(df, col, by, *, verbose=False):
    if col not in df.columns or by not in df.columns:
        raise KeyError(col, by)
    sorted_values = defaultdict(list)
    ALL = object()
    for row in df[[by, col]].to_dict("records"):
        if pd.notna(row[col]):
            insort(sorted_values[ALL], row[col])
            if pd.notna(row[by]):
                insort(sorted_values[row[by]], row[col])

    def med(v):
        h = len(v) // 2
        return v[h] if len(v) % 2 else v[h - 1] + (v[h] - v[h - 1]) / 2

    out = df.copy()
    out[col] = [
        v if pd.notna(v) or ALL not in sorted_values else med(sorted_values[g] if pd.notna(g) and g in sorted_values else sorted_values[ALL])
        for g, v in zip(df[by], df[col])
    ]
    out[col] = out[col].astype("float64")
    return out
