def find_user(conn, name):
    return [tuple(r) for r in conn.execute("SELECT id, name FROM users WHERE name GLOB ? ORDER BY id", (name,))]
