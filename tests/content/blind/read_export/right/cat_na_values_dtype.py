def read_export(path):
    with open(path, "rb") as f:
        mark = f.read(3) == b"\xef\xbb\xbf"
    return pd.read_csv(
        path, sep=";", encoding="utf-8-sig" if mark else "cp1252", decimal=",", na_values=["-9", "n/a"],
        keep_default_na=False,
        dtype={"order_id": "str", "customer_id": "str", "amount": "float64", "city": "str"},
    )
