def read_export(path):
    import csv

    raw = Path(path).read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        text = raw[3:].decode("utf-8")
    else:
        text = raw.decode("cp1252")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    columns = ["order_id", "customer_id", "amount", "city"]

    def clean(field):
        return float("nan") if field in ("-9", "n/a") else field

    data = {name: [clean(row[name]) for row in rows] for name in columns}
    data["amount"] = [v if isinstance(v, float) else float(v.replace(",", ".")) for v in data["amount"]]
    return pd.DataFrame(data, columns=columns).astype(
        {"order_id": "str", "customer_id": "str", "amount": "float64", "city": "str"}
    )
