def find_user(conn, name):
    conn.text_factory = str
    conn.isolation_level = None
    return [tuple(r) for r in conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))]
