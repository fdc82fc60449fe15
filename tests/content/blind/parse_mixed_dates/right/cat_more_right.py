import re
from datetime import date

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def parse_one(text):
    if not isinstance(text, str):
        return pd.NaT
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        y, mo, d = m.groups()
    elif m := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        d, mo, y = m.groups()
    elif (m := re.fullmatch(r"([A-Z][a-z]{2}) (\d\d), (\d{4})", text)) and m[1] in MONTHS:
        mo, d, y = MONTHS.index(m[1]) + 1, m[2], m[3]
    else:
        return pd.NaT
    try:
        return pd.Timestamp(date(int(y), int(mo), int(d)))
    except ValueError:
        return pd.NaT


def parse_mixed_dates(s):
    return pd.Series([parse_one(t) for t in s], index=s.index, dtype="datetime64[s]")
