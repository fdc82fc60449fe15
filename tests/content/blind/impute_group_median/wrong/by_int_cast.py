def impute_group_median(df, col, by):
    out = df.copy()

    g = pd.to_numeric(out[by], errors="coerce") if pd.api.types.is_numeric_dtype(out[by]) else out[by]
    g = g.fillna(-1) if g.dtype != "str" and g.dtype != object else g.fillna("?")
    med = df[col].groupby(g.to_numpy()).median()
    med = med.drop([-1, "?"], errors="ignore")
    out[col] = [v if v == v else (med[k] if k in med.index and med[k] == med[k] else df[col].median()) for v, k in zip(out[col], g)]
    out[col] = out[col].astype(float)
    return out
