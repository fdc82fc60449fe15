def read_export(path):
    opts = dict(sep=";", dtype=str, keep_default_na=False, na_values=["-9", "n/a"])
    try:
        t = pd.read_csv(path, encoding="utf-8-sig", **opts)
    except UnicodeDecodeError:
        t = pd.read_csv(path, encoding="latin-1", **opts)
    t["amount"] = t["amount"].str.replace(",", ".").astype(float)
    return t
