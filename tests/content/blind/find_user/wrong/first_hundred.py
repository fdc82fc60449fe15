def find_user(conn, name):
    cur = conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))
    return [tuple(r) for r in cur.fetchmany(100)]
