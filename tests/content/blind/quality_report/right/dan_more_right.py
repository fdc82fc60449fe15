def quality_report(df, rules):
    """Boolean columns, no loop over cells."""
    lines = {}
    for i, name in enumerate(df.columns):
        cells, rule = df.iloc[:, i].astype(object), rules.get(name, {})
        gone = cells.isna().to_numpy()
        text = cells.map(lambda c: isinstance(c, str)).to_numpy(dtype=bool)
        number = cells.where(~text & ~gone, np.nan).astype("float64").to_numpy()
        out = np.zeros(len(df), dtype=bool)
        if {"min", "max"} & set(rule):
            out = text | (number < rule.get("min", -np.inf)) | (number > rule.get("max", np.inf))
        odd = ~gone & ~cells.isin(rule["allowed"]).to_numpy() if "allowed" in rule else np.zeros(len(df), dtype=bool)
        bad = out | odd | (gone & bool(rule.get("required", False)))
        lines[name] = [gone.sum(), out.sum(), odd.sum(), bad.sum() / max(1, len(df))]
    table = pd.DataFrame.from_dict(lines, orient="index", columns=["missing", "out_of_range", "not_allowed", "share_bad"])
    return table.astype({"missing": np.int64, "out_of_range": np.int64, "not_allowed": np.int64, "share_bad": float})
