def parse_mixed_dates(s):
    return pd.to_datetime(s, format="mixed", dayfirst=True, errors="coerce")
