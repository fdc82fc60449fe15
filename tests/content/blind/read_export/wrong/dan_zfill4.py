def read_export(path):
    raw = open(path, "rb").read()
    enc = "utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else "cp1252"
    t = pd.read_csv(path, sep=";", encoding=enc, dtype=str, keep_default_na=False, na_values=["-9", "n/a"])
    t["amount"] = t["amount"].str.replace(",", ".").astype(float)
    t["order_id"] = t["order_id"].str.zfill(5)
    t["customer_id"] = t["customer_id"].str.zfill(4)
    return t
