def parse_mixed_dates(s):
    """One regex with three alternatives, rewritten to ISO, then one strict pass."""
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    out = s.astype("str").where(s.notna(), "")
    out = out.str.replace(r"^(\d\d)/(\d\d)/(\d{4})$", r"\3-\2-\1", regex=True)
    for i, m in enumerate(months, 1):
        out = out.str.replace(rf"^{m} (\d\d), (\d{{4}})$", rf"\g<2>-{i:02d}-\g<1>", regex=True)
    out = out.where(out.str.fullmatch(r"\d{4}-\d\d-\d\d"), None)
    return pd.to_datetime(out, format="%Y-%m-%d", errors="coerce")
