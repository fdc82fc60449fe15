import csv
import io


def read_export(path):
    """Read one export of the shop system."""
    with open(path, "rb") as f:
        raw = f.read()
    if raw.startswith(b"\xef\xbb\xbf"):
        text = raw.decode("utf-8-sig")
    else:
        text = raw.decode("cp1252")

    columns = {"order_id": [], "customer_id": [], "amount": [], "city": []}
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";"):
        for name, cells in columns.items():
            field = row[name]
            if field in ("-9", "n/a"):
                cells.append(float("nan"))
            elif name == "amount":
                cells.append(float(field.replace(",", ".")))
            else:
                cells.append(field)
    return pd.DataFrame(
        {
            name: pd.Series(cells, dtype="float64" if name == "amount" else "str")
            for name, cells in columns.items()
        }
    )
