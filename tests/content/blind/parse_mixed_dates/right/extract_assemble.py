def parse_mixed_dates(s):
    t = s.astype("str").reset_index(drop=True)
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    a = t.str.extract(r"^(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)$")
    b = t.str.extract(r"^(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})$")
    c = t.str.extract(r"^(?P<month>[A-Z][a-z][a-z]) (?P<day>\d\d), (?P<year>\d{4})$")
    c["month"] = c["month"].map({n: f"{i:02d}" for i, n in enumerate(names, 1)})
    parts = a.fillna(b).fillna(c)[["year", "month", "day"]].astype("float64")
    return pd.Series(pd.to_datetime(parts, errors="coerce").to_numpy(), index=s.index)
