def read_export(path):
    def text(field):
        return float("nan") if field in {"-9", "n/a"} else field

    def number(field):
        return float("nan") if field in {"-9", "n/a"} else float(field.replace(",", "."))

    cv = {"order_id": text, "customer_id": text, "amount": number, "city": text}
    with open(path, "rb") as f:
        marked = f.readline().startswith(b"\xef\xbb\xbf")
    out = pd.read_csv(path, sep=";", encoding="utf-8-sig" if marked else "cp1252", converters=cv, keep_default_na=False)
    return out.astype({"order_id": "str", "customer_id": "str", "amount": float, "city": "str"})
