def find_user(conn, name):
    conn.execute("CREATE INDEX IF NOT EXISTS users_name ON users(name)")
    return [tuple(r) for r in conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))]
