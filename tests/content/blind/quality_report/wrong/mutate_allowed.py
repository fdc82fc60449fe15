def quality_report(df, rules):
    rows = []
    for c in df.columns:
        r = rules.get(c, {})
        s = df[c].astype(object)
        na = s.isna().to_numpy(bool)
        text = np.array([isinstance(v, str) for v in s], dtype=bool)
        out = np.zeros(len(s), bool)
        no = np.zeros(len(s), bool)
        if "min" in r or "max" in r:
            num = np.array([np.nan if t or m else v for v, t, m in zip(s, text, na)], dtype=float)
            out = text | (num < r.get("min", -np.inf)) | (num > r.get("max", np.inf))
        if "allowed" in r:
            allowed = r["allowed"]
            allowed += [np.nan, None]
            no = ~s.isin(allowed).to_numpy(bool)
        bad = out | no | (na & r.get("required", False))
        rows.append((na.sum(), out.sum(), no.sum(), bad.mean() if len(s) else 0.0))
    rep = pd.DataFrame(rows, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"])
    return rep.astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": float})
