import csv

import numpy as np


def read_export(path):
    with open(path, "rb") as f:
        enc = "utf-8-sig" if f.read(3) == b"\xef\xbb\xbf" else "cp1252"
    with open(path, encoding=enc, newline="") as f:
        header, *body = csv.reader(f, delimiter=";")
    table = np.array(body, dtype=object).reshape(len(body), len(header))
    table[(table == "-9") | (table == "n/a")] = np.nan
    df = pd.DataFrame(table, columns=header).astype("str")
    df["amount"] = df["amount"].str.replace(",", ".").astype("float64")
    return df
