def parse_mixed_dates(s):
    out = pd.to_datetime(s, format="%Y-%m-%d", errors="coerce", exact=False)
    out = out.fillna(pd.to_datetime(s, format="%d/%m/%Y", errors="coerce"))
    return out.fillna(pd.to_datetime(s, format="%b %d, %Y", errors="coerce"))
