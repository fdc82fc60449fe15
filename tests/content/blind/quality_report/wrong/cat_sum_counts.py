def quality_report(df, rules):
    rows = []
    for name in df.columns:
        rule = rules.get(name, {})
        missing = out = odd = 0
        for cell in df[name]:
            if pd.isna(cell):
                missing += 1
                continue
            if "min" in rule or "max" in rule:
                if isinstance(cell, str) or cell < rule.get("min", -np.inf) or cell > rule.get("max", np.inf):
                    out += 1
            if "allowed" in rule and cell not in rule["allowed"]:
                odd += 1
        bad = out + odd + (missing if rule.get("required") else 0)
        rows.append([missing, out, odd, bad / len(df) if len(df) else 0.0])
    return pd.DataFrame(rows, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"])
