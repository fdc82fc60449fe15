import sqlite3


def dedupe_latest(df, key, time):
    codes, _ = pd.factorize(df[key])
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE t (pos INTEGER, k INTEGER, d TEXT)")
        db.executemany("INSERT INTO t VALUES (?, ?, ?)", [(i, int(c), d) for i, (c, d) in enumerate(zip(codes, df[time]))])
        rows = db.execute(
            """SELECT pos FROM (SELECT pos, ROW_NUMBER() OVER (PARTITION BY k ORDER BY
               substr(d, 7, 4) || substr(d, 4, 2) || substr(d, 1, 2) || substr(d, 12) DESC, pos DESC) AS r FROM t)
               WHERE r = 1 ORDER BY pos""").fetchall()
    return df.take([p for (p,) in rows])
