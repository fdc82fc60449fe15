def find_user(conn, name):
    rows = conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name.strip(),))
    return [tuple(r) for r in rows]
