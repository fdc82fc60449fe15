def quality_report(df, rules):
    rep = []
    for c in df.columns:
        r = rules.get(c, {})
        s = df[c].reset_index(drop=True)
        na = s.isna()
        out = no = pd.Series(False, index=s.index)
        if "min" in r or "max" in r:
            ok = pd.Series(True, index=s.index)
            isnum = s.map(lambda v: isinstance(v, (int, float, np.number)))
            num = s.where(isnum).astype(float)
            if "min" in r:
                ok &= num >= r["min"]
            if "max" in r:
                ok &= num <= r["max"]
            out = ~ok & ~na
        if "allowed" in r:
            no = ~s.astype(object).isin(r["allowed"]) & ~na
        rep.append((int(na.sum()), int(out.sum()), int(no.sum()), float((out.sum() + no.sum() - (out & no).sum() + na.sum() * r.get("required", False)) / len(s)) if len(s) else 0.0))
    return pd.DataFrame(rep, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"])
