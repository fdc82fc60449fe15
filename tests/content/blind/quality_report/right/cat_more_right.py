def quality_report(df, rules):
    report = pd.DataFrame(
        0, index=df.columns, columns=["missing", "out_of_range", "not_allowed"], dtype="int64"
    )
    report["share_bad"] = 0.0
    for name in df.columns:
        cells = df[name].reset_index(drop=True)
        rule = rules.get(name, {})
        missing = cells.isna()
        bad = missing & bool(rule.get("required", False))
        report.loc[name, "missing"] = missing.sum()
        if "min" in rule or "max" in rule:
            text = cells.map(lambda c: isinstance(c, str)).astype(bool)
            number = pd.to_numeric(cells.astype(object).mask(text, np.nan), errors="coerce")
            out = text | (number < rule.get("min", -np.inf)) | (number > rule.get("max", np.inf))
            out &= ~missing
            report.loc[name, "out_of_range"] = out.sum()
            bad |= out
        if "allowed" in rule:
            odd = ~cells.astype(object).isin(rule["allowed"]) & ~missing
            report.loc[name, "not_allowed"] = odd.sum()
            bad |= odd
        if len(df):
            report.loc[name, "share_bad"] = bad.mean()
    return report
