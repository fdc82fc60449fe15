def find_user(conn, name):
    with conn:
        rows = conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
    return [(r[0], r[1]) for r in rows]
