def find_user(conn, name):
    old = conn.row_factory
    conn.row_factory = None
    try:
        return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
    finally:
        conn.row_factory = old
