def quality_report(df, rules):
    rep = pd.DataFrame(0, index=df.columns, columns=["missing", "out_of_range", "not_allowed"]).astype("int64")
    rep["share_bad"] = 0.0
    for c, r in rules.items():
        s = df[c].reset_index(drop=True)
        na = s.isna()
        num = pd.to_numeric(s, errors="coerce")
        text = s.map(lambda v: isinstance(v, str))
        out = no = pd.Series(False, index=s.index)
        if "min" in r or "max" in r:
            out = (num < r.get("min", -np.inf)) | (num > r.get("max", np.inf)) | text
        if "allowed" in r:
            no = ~s.isin(r["allowed"]) & ~na
        rep.loc[c, "out_of_range"] = out.sum()
        rep.loc[c, "not_allowed"] = no.sum()
        bad = out | no | (na & r.get("required", False))
        rep.loc[c, "share_bad"] = bad.mean() if len(s) else 0.0
    rep["missing"] = df.isna().sum()
    return rep
