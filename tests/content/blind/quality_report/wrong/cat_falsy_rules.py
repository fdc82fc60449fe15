def quality_report(df, rules):
    rows = []
    for name in df.columns:
        rule = rules.get(name, {})
        lo, hi, allowed = rule.get("min"), rule.get("max"), rule.get("allowed")
        missing = out = odd = bad = 0
        for cell in df[name]:
            if pd.isna(cell):
                missing += 1
                bad += bool(rule.get("required"))
                continue
            o = bool(lo and (isinstance(cell, str) or cell < lo)) or bool(hi and (isinstance(cell, str) or cell > hi))
            n = bool(allowed) and cell not in allowed
            out += o
            odd += n
            bad += o or n
        rows.append([missing, out, odd, bad / len(df) if len(df) else 0.0])
    return pd.DataFrame(rows, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"]).astype({"share_bad": float})
