from contextlib import closing


def find_user(conn, name):
    """A named parameter; columns by place, which works for rows of sqlite3.Row too."""
    sql = "SELECT id, name FROM users WHERE name = :wanted"
    with closing(conn.execute(sql, {"wanted": name})) as found:
        return sorted(tuple(row) for row in found)
