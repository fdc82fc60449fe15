def read_export(path):
    """Everything as text first, without pandas' own ideas of what is missing."""
    with open(path, "rb") as f:
        encoding = "utf-8-sig" if f.read(3) == bytes([0xEF, 0xBB, 0xBF]) else "cp1252"
    table = pd.read_csv(path, sep=";", encoding=encoding, dtype=str, keep_default_na=False, na_values=["-9", "n/a"])
    table["amount"] = table["amount"].str.replace(",", ".", regex=False).astype("float64")
    return table[["order_id", "customer_id", "amount", "city"]]
