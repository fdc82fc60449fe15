def find_user(conn, name):
    cursor = conn.cursor()
    cursor.row_factory = None
    cursor.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))
    return cursor.fetchall()
