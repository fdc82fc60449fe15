def find_user(conn, name):
    if not isinstance(conn, sqlite3.Connection):
        raise TypeError("conn must be a sqlite3.Connection")
    return [tuple(row) for row in conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))]
