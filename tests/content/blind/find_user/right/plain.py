def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
