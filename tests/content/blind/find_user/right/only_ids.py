def find_user(conn, name):
    ids = conn.execute("SELECT id FROM users WHERE name = ?", (name,)).fetchall()
    return sorted((i, name) for (i,) in ids)
