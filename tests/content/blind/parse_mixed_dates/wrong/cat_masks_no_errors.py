def parse_mixed_dates(s):
    out = pd.Series(pd.NaT, index=s.index)
    slash = s.str.contains("/", na=False)
    dash = s.str.contains("-", na=False)
    out[slash] = pd.to_datetime(s[slash], dayfirst=True, errors="coerce")
    out[dash] = pd.to_datetime(s[dash], errors="coerce")
    rest = ~slash & ~dash
    out[rest] = pd.to_datetime(s[rest], format="%b %d, %Y", errors="coerce")
    return out
