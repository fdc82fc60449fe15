def read_export(path):
    raw = open(path, "rb").read()
    text = raw.decode("utf-8-sig") if raw[:3] == b"\xef\xbb\xbf" else raw.decode("cp1252")
    lines = text.split("\r\n")
    names = lines[0].split(";")
    rows = []
    for line in lines[1:]:
        if line:
            rows.append([np.nan if f in ("-9", "n/a") else f for f in line.replace('"', "").split(";")[:4]])
    t = pd.DataFrame(rows, columns=names).astype({n: "str" for n in names})
    t["amount"] = t["amount"].str.replace(",", ".").astype(float)
    return t

import numpy as np
