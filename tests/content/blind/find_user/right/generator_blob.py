def find_user(conn, name, table="users"):
    def rows():
        cur = conn.cursor()
        cur.row_factory = None
        cur.execute("SELECT id, name FROM " + table + " WHERE CAST(name AS BLOB) = CAST(? AS BLOB) ORDER BY id", (name,))
        while (row := cur.fetchone()) is not None:
            yield row

    return [*rows()]
