def quality_report(df, rules):
    rows = {}
    for c in df.columns:
        r = rules.get(c, {})
        na = out = no = bad = 0
        allowed = {str(a) for a in r.get("allowed", [])}
        for v in df[c]:
            if pd.isna(v):
                na += 1
                bad += bool(r.get("required"))
                continue
            o = ("min" in r or "max" in r) and (isinstance(v, str) or ("min" in r and v < r["min"]) or ("max" in r and v > r["max"]))
            n = "allowed" in r and v not in r["allowed"] and str(v) not in allowed
            out += bool(o)
            no += bool(n)
            bad += bool(o or n)
        rows[c] = [na, out, no, bad / len(df) if len(df) else 0.0]
    rep = pd.DataFrame(rows, index=["missing", "out_of_range", "not_allowed", "share_bad"]).T
    return rep.astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": float})
