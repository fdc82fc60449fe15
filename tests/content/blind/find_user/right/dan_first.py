def find_user(conn, name):
    """Return the users who have exactly this name."""
    cursor = conn.cursor()
    cursor.row_factory = None  # plain tuples, whatever the connection is set to
    cursor.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))
    return [(user_id, user_name) for user_id, user_name in cursor]
