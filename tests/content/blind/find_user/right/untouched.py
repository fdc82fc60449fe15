def find_user(conn, name):
    before = conn.total_changes, conn.in_transaction
    cur = conn.cursor()
    rows = cur.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
    assert cur.connection is not None and [d[0] for d in cur.description] == ["id", "name"]
    assert (conn.total_changes, conn.in_transaction) == before
    return [(i, n) for i, n in rows]
