def parse_mixed_dates(s):
    def one(t):
        if not isinstance(t, str) or not t:
            return pd.NaT
        if t[4:5] in "-/":
            return pd.to_datetime(t, errors="coerce")
        return pd.to_datetime(t, dayfirst=True, errors="coerce")
    return s.map(one).astype("datetime64[ns]")
