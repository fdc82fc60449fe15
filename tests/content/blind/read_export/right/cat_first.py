def read_export(path):
    with open(path, "rb") as file:
        start = file.read(3)
    encoding = "utf-8-sig" if start == b"\xef\xbb\xbf" else "cp1252"
    table = pd.read_csv(path, sep=";", encoding=encoding, dtype=str, keep_default_na=False)
    table = table[["order_id", "customer_id", "amount", "city"]]
    table = table.mask(table.isin(["-9", "n/a"]))
    table["amount"] = table["amount"].str.replace(",", ".", regex=False).astype("float64")
    return table
