def read_export(path):
    kw = dict(sep=";", decimal=",", dtype={"order_id": str, "customer_id": str, "city": str, "amount": float},
              na_values=["-9", "n/a"], keep_default_na=False)
    try:
        return pd.read_csv(path, encoding="utf-8-sig", **kw)
    except UnicodeDecodeError:
        return pd.read_csv(path, encoding="cp1252", **kw)
