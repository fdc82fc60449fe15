def read_export(path):
    raw = Path(path).read_bytes()
    text = raw.decode("utf-8-sig" if raw[:3] == b"\xef\xbb\xbf" else "cp1252")
    rows = [line.split(";", 3) for line in text.splitlines()[1:]]
    df = pd.DataFrame(rows, columns=["order_id", "customer_id", "amount", "city"], dtype="str")
    df["city"] = df["city"].str.strip('"')
    df = df.replace({"-9": None, "n/a": None})
    df["amount"] = df["amount"].str.replace(",", ".").astype(float)
    return df
