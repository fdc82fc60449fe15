from functools import lru_cache
from datetime import datetime


@lru_cache(maxsize=None)
def _parse(text):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y"):
        try:
            return pd.Timestamp(datetime.strptime(text, form))
        except (ValueError, TypeError):
            continue
    return pd.NaT


def parse_mixed_dates(s: pd.Series) -> pd.Series:
    table = {t: _parse(t) for t in s.dropna().unique()}
    return s.map(table).astype("datetime64[us]")
