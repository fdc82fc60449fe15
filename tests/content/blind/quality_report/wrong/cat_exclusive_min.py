def quality_report(df, rules):
    report = []
    for name in df.columns:
        cells = df[name].tolist()
        rule = rules.get(name, {})
        n_missing = n_out = n_not_allowed = n_bad = 0
        for cell in cells:
            if pd.isna(cell):
                n_missing += 1
                n_bad += rule.get("required", False)
                continue
            out = False
            if "min" in rule or "max" in rule:
                if isinstance(cell, str):
                    out = True
                else:
                    out = cell <= rule.get("min", -np.inf) or cell > rule.get("max", np.inf)
            not_allowed = "allowed" in rule and cell not in rule["allowed"]
            n_out += out
            n_not_allowed += not_allowed
            n_bad += out or not_allowed
        share = n_bad / len(cells) if cells else 0.0
        report.append((n_missing, n_out, n_not_allowed, share))
    columns = ["missing", "out_of_range", "not_allowed", "share_bad"]
    return pd.DataFrame(report, columns=columns, index=df.columns).astype(
        {"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"}
    )
