def find_user(conn, name):
    return conn.execute(f"SELECT id, name FROM users WHERE name = CAST(x'{name.encode().hex()}' AS TEXT) ORDER BY id").fetchall()
