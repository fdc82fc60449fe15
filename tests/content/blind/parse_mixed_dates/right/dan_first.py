import re
from datetime import datetime

MONTHS = {m: i for i, m in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1)}
FORMS = [
    re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"),
    re.compile(r"(?P<d>[0-9]{2})/(?P<m>[0-9]{2})/(?P<y>[0-9]{4})"),
    re.compile(r"(?P<m>[A-Z][a-z]{2}) (?P<d>[0-9]{2}), (?P<y>[0-9]{4})"),
]


def one_date(text):
    if not isinstance(text, str):
        return pd.NaT
    for form in FORMS:
        hit = form.fullmatch(text)
        if hit is None:
            continue
        month = hit["m"]
        month = int(month) if month.isdigit() else MONTHS.get(month, 0)
        try:
            return datetime(int(hit["y"]), month, int(hit["d"]))
        except ValueError:
            return pd.NaT
    return pd.NaT


def parse_mixed_dates(s):
    """Read dates that are written in one of three forms."""
    return pd.Series([one_date(text) for text in s], index=s.index, dtype="datetime64[ns]")
