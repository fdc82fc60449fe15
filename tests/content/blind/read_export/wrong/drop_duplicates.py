def read_export(path):
    mark = open(path, "rb").read(3) == b"\xef\xbb\xbf"
    df = pd.read_csv(path, encoding="utf-8-sig" if mark else "cp1252", sep=";", decimal=",",
                     dtype={"order_id": str, "customer_id": str, "city": str, "amount": float},
                     na_values=["-9", "n/a"], keep_default_na=False)
    return df.drop_duplicates("order_id", ignore_index=True)
