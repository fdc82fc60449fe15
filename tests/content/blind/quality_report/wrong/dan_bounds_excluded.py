def quality_report(df, rules):
    """Count, column by column, what breaks the rules."""
    rows = []
    for name in df.columns:
        rule = rules.get(name, {})
        missing = out_of_range = not_allowed = bad_rows = 0
        for cell in df[name]:
            bad = False
            if pd.isna(cell):
                missing += 1
                bad = rule.get("required", False)
            else:
                if "min" in rule or "max" in rule:
                    outside = (
                        isinstance(cell, str)
                        or ("min" in rule and cell < rule["min"])
                        or ("max" in rule and cell >= rule["max"])
                    )
                    if outside:
                        out_of_range += 1
                        bad = True
                if "allowed" in rule and cell not in rule["allowed"]:
                    not_allowed += 1
                    bad = True
            bad_rows += bool(bad)
        share = bad_rows / len(df) if len(df) else 0.0
        rows.append((missing, out_of_range, not_allowed, share))
    report = pd.DataFrame(
        rows, index=df.columns, columns=["missing", "out_of_range", "not_allowed", "share_bad"]
    )
    return report.astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )
