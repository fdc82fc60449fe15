from datetime import datetime


def parse_mixed_dates(s):
    out = []
    for t in s:
        d = pd.NaT
        for f in ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%b %d, %Y"):
            try:
                d = datetime.strptime(t, f)
                break
            except (ValueError, TypeError):
                pass
        out.append(d)
    return pd.Series(out, index=s.index, dtype="datetime64[ns]")
