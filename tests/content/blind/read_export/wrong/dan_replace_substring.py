def read_export(path):
    raw = open(path, "rb").read()
    enc = "utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else "cp1252"
    t = pd.read_csv(path, sep=";", encoding=enc, dtype=str, keep_default_na=False)
    t["amount"] = pd.to_numeric(t["amount"].str.replace(",", "."), errors="coerce").astype(float)
    t.loc[t["amount"] == -9, "amount"] = float("nan")
    for c in ("order_id", "customer_id", "city"):
        t[c] = t[c].replace("n/a", float("nan"))
    return t
