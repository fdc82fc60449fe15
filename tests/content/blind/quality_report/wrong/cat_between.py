def quality_report(df, rules):
    rows = {}
    for name in df.columns:
        rule = rules.get(name, {})
        cells = df[name]
        missing = cells.isna()
        out = pd.Series(False, index=cells.index)
        if "min" in rule or "max" in rule:
            numbers = pd.to_numeric(cells, errors="coerce")
            out = ~numbers.between(rule.get("min", -np.inf), rule.get("max", np.inf)) & ~missing
        odd = pd.Series(False, index=cells.index)
        if "allowed" in rule:
            odd = ~cells.isin(rule["allowed"]) & ~missing
        bad = out | odd
        if rule.get("required"):
            bad = bad | missing
        rows[name] = [missing.sum(), out.sum(), odd.sum(), bad.mean() if len(df) else 0.0]
    return pd.DataFrame.from_dict(
        rows, orient="index", columns=["missing", "out_of_range", "not_allowed", "share_bad"]
    ).astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"})
