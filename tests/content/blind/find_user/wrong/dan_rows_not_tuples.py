def find_user(conn, name):
    conn.row_factory = None
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
