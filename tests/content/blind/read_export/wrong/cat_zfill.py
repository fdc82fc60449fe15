def read_export(path):
    try:
        table = pd.read_csv(path, sep=";", decimal=",", na_values=["-9", "n/a"], keep_default_na=False, encoding="utf-8-sig")
    except UnicodeDecodeError:
        table = pd.read_csv(path, sep=";", decimal=",", na_values=["-9", "n/a"], keep_default_na=False, encoding="cp1252")
    table["order_id"] = table["order_id"].astype("Int64").astype("str").str.zfill(5)
    table["customer_id"] = table["customer_id"].astype("Int64").astype("str").str.zfill(4)
    table["amount"] = table["amount"].astype(float)
    return table
