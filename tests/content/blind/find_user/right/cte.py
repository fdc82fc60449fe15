def find_user(conn, name):
    sql = """
    WITH wanted(name) AS (VALUES (?))
    SELECT users.id, users.name
    FROM users JOIN wanted ON users.name = wanted.name
    ORDER BY users.id
    """
    return [(i, n) for i, n in conn.execute(sql, (name,))]
