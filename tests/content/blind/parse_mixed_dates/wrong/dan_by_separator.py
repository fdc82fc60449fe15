def parse_mixed_dates(s):
    out = []
    for t in s:
        if not isinstance(t, str) or not t:
            out.append(pd.NaT)
        elif "/" in t:
            out.append(pd.to_datetime(t, dayfirst=True, errors="coerce"))
        else:
            out.append(pd.to_datetime(t, errors="coerce"))
    return pd.Series(out, index=s.index, dtype="datetime64[ns]")
