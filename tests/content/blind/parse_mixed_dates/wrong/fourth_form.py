from datetime import datetime


def parse_mixed_dates(s, cache={}):
    for t in s:
        if isinstance(t, str) and t not in cache:
            cache[t] = pd.NaT
            for f in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y", "%Y-%d-%m"):
                try:
                    cache[t] = datetime.strptime(t, f)
                    break
                except ValueError:
                    pass
    return pd.Series([cache.get(t, pd.NaT) for t in s], index=s.index, dtype="datetime64[ns]")
