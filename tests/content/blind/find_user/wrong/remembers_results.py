from functools import lru_cache


@lru_cache(maxsize=None)
def find_user(conn, name):
    return [tuple(r) for r in conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))]
