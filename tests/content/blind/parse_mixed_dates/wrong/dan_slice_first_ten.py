from datetime import datetime


def parse_mixed_dates(s):
    out = []
    for t in s:
        d = pd.NaT
        if isinstance(t, str):
            for f, n in (("%Y-%m-%d", 10), ("%d/%m/%Y", 10), ("%b %d, %Y", 12)):
                try:
                    d = datetime.strptime(t[:n], f)
                    break
                except ValueError:
                    pass
        out.append(d)
    return pd.Series(out, index=s.index, dtype="datetime64[ns]")
