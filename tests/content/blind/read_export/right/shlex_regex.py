import re
from typing import NamedTuple

FIELD = re.compile(r'(?:^|;)(?:"([^"]*)"|([^;]*))')


class Order(NamedTuple):
    order_id: str
    customer_id: str
    amount: float
    city: str


def _orders(text):
    for line in text.split("\r\n")[1:]:
        if line:
            values = [None if v in ("-9", "n/a") else v for v in (a or b for a, b in FIELD.findall(line))]
            values[2] = float(values[2].replace(",", ".")) if values[2] is not None else float("nan")
            yield Order(*values)


def read_export(path):
    data = Path(path).read_bytes()
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if data[:3] == b"\xef\xbb\xbf" else "cp1252")
    return pd.DataFrame(list(_orders(text)), columns=list(Order._fields)).astype(
        {"order_id": "str", "customer_id": "str", "amount": "float64", "city": "str"})
