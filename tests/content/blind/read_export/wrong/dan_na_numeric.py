def read_export(path):
    raw = open(path, "rb").read()
    enc = "utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else "cp1252"
    return pd.read_csv(path, sep=";", encoding=enc, decimal=",", na_values=["-9", "n/a"],
                       dtype={"order_id": str, "customer_id": str, "city": str, "amount": float})
