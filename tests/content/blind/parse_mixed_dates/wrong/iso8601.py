def parse_mixed_dates(s):
    a = pd.to_datetime(s, format="ISO8601", errors="coerce")
    b = pd.to_datetime(s, format="%d/%m/%Y", errors="coerce")
    c = pd.to_datetime(s, format="%b %d, %Y", errors="coerce")
    return a.fillna(b).fillna(c)
