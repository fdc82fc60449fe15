def find_user(conn, name):
    return sorted((i, n) for i, n in conn.execute("SELECT id, name FROM users") if n == name)
