def quality_report(df, rules):
    rows = {}
    for c in df.columns:
        r = rules.get(c, {})
        lo, hi = r.get("min", -1e9), r.get("max", 1e9)
        na = out = no = bad = 0
        for v in df[c]:
            if pd.isna(v):
                na += 1
                bad += bool(r.get("required"))
                continue
            o = ("min" in r or "max" in r) and (isinstance(v, str) or v < lo or v > hi)
            n = "allowed" in r and v not in r["allowed"]
            out += bool(o)
            no += bool(n)
            bad += bool(o or n)
        rows[c] = [na, out, no, bad / len(df) if len(df) else 0.0]
    rep = pd.DataFrame(rows, index=["missing", "out_of_range", "not_allowed", "share_bad"]).T
    return rep.astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": float})
