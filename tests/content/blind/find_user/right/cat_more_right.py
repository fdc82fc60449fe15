def find_user(conn, name):
    users = pd.read_sql_query(
        "SELECT id, name FROM users WHERE name = :name ORDER BY id", conn, params={"name": name}
    )
    return [(int(i), n) for i, n in zip(users.iloc[:, 0], users.iloc[:, 1])]


import pandas as pd
