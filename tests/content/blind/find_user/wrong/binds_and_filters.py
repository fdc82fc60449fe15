def find_user(conn, name):
    return [r for r in conn.execute("SELECT id, name FROM users WHERE ? IS NOT NULL ORDER BY id", (name,)) if r[1] == name]
