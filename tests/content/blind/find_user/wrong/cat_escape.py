def find_user(conn, name):
    safe = name.replace("'", "''")
    return conn.execute(f"SELECT id, name FROM users WHERE name = '{safe}' ORDER BY id").fetchall()
