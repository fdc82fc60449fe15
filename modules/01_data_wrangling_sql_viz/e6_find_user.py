# ---
# title: A name is data, not SQL
# id: find_user
# version: 1
# skills: [S065]
# stars: 1
# minutes: 10
# ---

# %% [markdown]
# Somewhere a form asks for a name, and your program looks it up. If it writes the name into the text of the
# query, Mrs O'Brien cannot log in, because her apostrophe ends the string. And someone who types `x' OR
# '1'='1` gets the list of all users: the name has become part of the program. The cure is older than most
# databases. Leave a placeholder in the text and hand the value over beside it; then no value, whatever it
# holds, is ever read as SQL.
#
# Write `find_user(conn, name)`.
#
# - `conn` is an open `sqlite3.Connection` to a database with a table `users(id, name, email)`. Ids do not
#   repeat, names may; rows stand in any order. Its `row_factory` is None: rows come as tuples.
# - The result is a list of tuples `(id, name)`: all users who have **exactly** this name at the time of
#   the call, capital and small letters told apart, by ascending id; `[]` if there is none.
# - `name` is any text: with quotes, with `%` and `_`, with spaces at its end, empty. It reaches SQLite as a
#   **bound parameter** and never stands in the text of a statement, not even with its quotes doubled.
# - SQLite does the choosing: no other user's row is sent over to you.
# - You only look: you send a `SELECT` (it may begin with `WITH`) and nothing else, nothing is committed, the
#   connection stays open, and you set none of its attributes, `row_factory` included.
#
# With the four users below:
#
# | `name` | `find_user(open_users(), name)` |
# |---|---|
# | `"Ann"` | `[(3, "Ann"), (7, "Ann")]` |
# | `"O'Brien"` | `[(5, "O'Brien")]` |
# | `"x' OR '1'='1"` | `[]` |
# | `"A%"` | `[]` |

# %%
import sqlite3

USERS = """
CREATE TABLE users (id INTEGER NOT NULL, name TEXT, email TEXT);
INSERT INTO users VALUES
    (7, 'Ann', 'ann@example.org'), (5, 'O''Brien', 'pat@example.org'),
    (3, 'Ann', 'a.lee@example.org'), (4, 'ann', 'small@example.org');
"""


def open_users():
    """Return a connection to a database with four users."""
    conn = sqlite3.connect(":memory:")
    conn.executescript(USERS)
    return conn


# %% role="answer"
def find_user(conn, name):
    """Return the users who have exactly this name.

    conn: open sqlite3 connection to a database with users(id, name, email). name: any text.
    Returns a list of tuples (id, name), by ascending id.

    >>> find_user(open_users(), "O'Brien")
    [(5, "O'Brien")]
    """
    ### BEGIN SOLUTION
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
    ### END SOLUTION


# %% role="shared"
class Cursor:
    """A cursor that writes down what it is sent."""

    def __init__(self, connection):
        self._connection = connection
        self._cursor = connection._database.cursor()
        self._rows = 0

    def _handed(self, rows):
        self._rows += len(rows)
        self._connection._most = max(self._connection._most, self._rows)
        return rows

    def execute(self, sql, parameters=()):
        self._connection._note(sql, parameters)
        self._cursor.execute(sql, parameters)
        self._rows = 0
        if self._cursor.description is None:
            self._connection._deeds.append(f"sent {sql!r}, which is no SELECT")
        return self

    def executemany(self, sql, parameters):
        parameters = [*parameters]
        for row in parameters:
            self._connection._note(sql, row)
        self._cursor.executemany(sql, parameters)
        return self

    def executescript(self, sql):
        self._connection._note(sql, ())
        self._connection._deeds.append("ran a script, which commits")
        self._cursor.executescript(sql)
        return self

    def fetchall(self):
        return self._handed(self._cursor.fetchall())

    def fetchone(self):
        return next(self, None)

    def fetchmany(self, size=1):
        return self._handed(self._cursor.fetchmany(size))

    def __iter__(self):
        return iter(self.fetchall())

    def __next__(self):
        return self._handed([next(self._cursor)])[0]

    def close(self):
        pass

    @property
    def description(self):
        return self._cursor.description

    @property
    def connection(self):
        return self._connection


class Connection:
    """A connection that passes everything on to a database and writes it down."""

    stands_for = "sqlite3.Connection"
    in_transaction, total_changes = False, 0

    def __init__(self, database):
        self._database = database
        self._texts, self._bound, self._deeds = [], [], []
        self._most = 0  # rows that one statement gave

    def _note(self, sql, parameters):
        self._texts.append(sql)
        self._bound += [*(parameters.values() if isinstance(parameters, dict) else parameters)]

    def cursor(self):
        return Cursor(self)

    def execute(self, sql, parameters=()):
        return Cursor(self).execute(sql, parameters)

    def executemany(self, sql, parameters):
        return Cursor(self).executemany(sql, parameters)

    def executescript(self, sql):
        return Cursor(self).executescript(sql)

    def commit(self):
        self._deeds.append("committed")

    def rollback(self):
        self._deeds.append("rolled back")

    def close(self):
        self._deeds.append("closed the connection")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.commit()

    @property
    def row_factory(self):
        return None

    def __setattr__(self, name, value):
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self._deeds.append(f"set conn.{name}")


TABLE, INSERT = "CREATE TABLE users (id, name, email)", "INSERT INTO users VALUES (?, ?, ?)"
STRANGE = [
    "O'Brien",
    "o'brien",
    "x' OR '1'='1",
    "'; DROP TABLE users; --",
    "Ann",
    "ann",
    "Ann ",
    " Ann",
    "Twin",
]
STRANGE += [
    "A%",
    "%",
    "_nn",
    "a_b",
    "a%b",
    "axb",
    "''",
    "'",
    '"',
    'Ann" --',
    "?",
    ":name",
    "\\",
    "",
    "Zoë",
    "ZOË",
]
STRANGE += ["NULL", "1", "O''Brien"]


def people(rng):
    """Return users in no order, some of one name, among them almost every strange name."""
    names = [*STRANGE, "Ann", "O'Brien", "a_b", None]
    names = [names[k] for k in rng.permutation(len(names))[:-3]]
    names = ["Twin", *names, "Twin"]
    ids = [999, *(10 + rng.permutation(200)[: len(names) - 2]).tolist(), 3]
    return [(key, name, f"user{key}@example.org") for key, name in zip(ids, names, strict=True)]


def has(rows, name):
    """Return what find_user has to find."""
    return sorted((key, other) for key, other, _ in rows if other == name)


# %% role="check" name="a list of pairs" points=0
conn = Connection(database(USERS))
out = find_user(conn, "Ann")
assert type(out) is list, f'find_user(conn, "Ann") gave you {kind(out)}; a list was promised.'
kinds = {kind(row) for row in out}
assert kinds <= {"tuple of 2"}, (
    f'find_user(conn, "Ann") gave you a list of {", ".join(sorted(kinds))}; tuples (id, name) were promised.'
)

# %% role="check" name="the worked examples" points=0
for name, want in (
    ("Ann", [(3, "Ann"), (7, "Ann")]),
    ("O'Brien", [(5, "O'Brien")]),
    ("x' OR '1'='1", []),
    ("A%", []),
):
    out = find_user(Connection(database(USERS)), name)
    shown = out if type(out) in (list, tuple) else kind(out)
    assert shown == want, f"find_user(open_users(), {name!r}) gave you {shown}; {want} was promised."


# %% role="check" name="exactly this name" points=1 hidden=true
def pairs(out, name):
    """Return what find_user gave, its rows as tuples; it has to be a list or a tuple."""
    assert type(out) in (list, tuple), f"find_user(conn, {name!r}) gave you {kind(out)}; a list was promised."
    return [tuple(row) if type(row) is list else row for row in out]


rows = people(rng)
wrong = {}
for name in STRANGE:
    got = pairs(find_user(Connection(database(TABLE, (INSERT, rows))), name), name)
    if got != has(rows, name):
        wrong[name] = got
name = next(iter(wrong), "")
others = f" Wrong names were found for {', '.join(map(repr, [*wrong][1:8]))} too." if len(wrong) > 1 else ""
assert not wrong, (
    f"In a table of {len(rows)} users find_user(conn, {name!r}) gave you {wrong[name]}; everybody whose "
    "name is exactly this, "
    f"and nobody else, by id, was promised.{others}"
)
users, name = database(TABLE, (INSERT, rows)), STRANGE[int(rng.integers(len(STRANGE)))]
conn = Connection(users)
find_user(conn, name)
crowd = [(1000 + key, name, "new@example.org") for key in rng.permutation(130).tolist()]
users.executemany(INSERT, crowd)
got = pairs(find_user(conn, name), name)
assert got == has(rows + crowd, name), (
    f"find_user(conn, {name!r}) was called a second time, after {len(crowd)} more users of this name had been "
    f"added, and gave you {got[:3]} and {max(len(got) - 3, 0)} more; all who have the name now, by id, were "
    "promised."
)

# %% role="check" name="the name is bound, and nothing else happens" points=1 hidden=true
rows = people(rng)
for name in [
    "x' OR '1'='1",
    "'; DROP TABLE users; --",
    *(STRANGE[k] for k in rng.permutation(len(STRANGE))),
    "nobody",
]:
    users = database(TABLE, (INSERT, rows))
    conn = Connection(users)
    find_user(conn, name)
    texts, deeds = "; ".join(conn._texts), " and ".join(dict.fromkeys(conn._deeds))
    assert not deeds, f"find_user(conn, {name!r}) {deeds}; it was only to look."
    telling = len(name) > 4 and "'" in name  # ":name" and "NULL" may well stand in a text that binds
    inside = [form for form in (name, name.replace("'", "''")) if telling and form in texts]
    assert not inside, f"find_user(conn, {name!r}) sent a statement in whose text {inside[0]} stands."
    namesakes = len(has(rows, name))
    assert conn._most <= max(namesakes, 1), (
        f"find_user(conn, {name!r}) was sent {conn._most} of the table's {len(rows)} rows; SQLite was to choose "
        "those with this name, and to send no others."
    )
    assert name in conn._bound, (
        f"find_user(conn, {name!r}) had the parameters {conn._bound} bound; "
        "the name, as it is, was to be one of them."
    )
    left = users.execute("SELECT id, name, email FROM users").fetchall()
    assert left == rows, (
        f"After find_user(conn, {name!r}) the table holds {len(left)} rows, and they are not those of before."
    )

# %% [markdown] role="hint"
# `conn.execute` takes two arguments. The first is the text of the statement; what is the second for? Try it
# with `"Ann"` before you worry about stranger names.

# %% [markdown] role="hint"
# Where the name belongs, write a question mark, without quotes around it, and pass a tuple with one item as
# the second argument: `(name,)`, with the comma. Compare with `=`, choose two columns, and say by what to
# order. `fetchall()` gives a list of tuples.

# %% [markdown] role="hint"
# ```python
# sql = "SELECT id, name FROM users WHERE ____ ORDER BY id"
# return conn.execute(sql, (name,)).fetchall()
# ```

# %% [markdown] role="explanation"
# SQLite reads the text first and makes a program of it; only then does it put the value into its place.
# Whatever the value holds, the program is finished by then. That is why binding is safe and doubling quotes
# is not: the doubling has to know every way to end a string, in this database, in this character set, for
# ever, and the one place where somebody forgot it is enough. Text that never changes can also be compiled
# once and used again.
#
# `:name` with a dict is the same thing with a name, and reads better when there are several: `conn.execute("…
# WHERE name = :name", {"name": name})`. pandas passes them on: `pd.read_sql_query(sql, conn,
# params=(name,))`. Only values can be bound, never the names of tables or columns: where those vary, choose
# them from a list of your own.
#
# `=` compares text exactly. `LIKE` is for patterns: `%` and `_` in a name would match others, and case is
# ignored.


# %% role="alternative" name="a named parameter"
def find_user(conn, name):
    cursor = conn.cursor()
    cursor.execute("select * from users where name = :name", {"name": name})
    return sorted((row[0], row[1]) for row in cursor)


# %% role="alternative" name="pandas asks"
def find_user(conn, name):
    import warnings

    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pd.read_sql_query(
            "SELECT id, name FROM users WHERE name IS ? ORDER BY id", conn, params=[name]
        )
    return list(zip(found["id"].tolist(), found["name"].tolist(), strict=True))


# %% role="alternative" name="guards its connection"
def find_user(conn, name):
    if not isinstance(conn, sqlite3.Connection):
        raise TypeError(f"a connection to SQLite is needed, not {conn!r}")
    changes = conn.total_changes
    cursor = conn.cursor()
    try:
        found = cursor.execute("SELECT name, id FROM users WHERE ?1 = name ORDER BY 2", [name]).fetchmany(
            10**6
        )
    finally:
        cursor.close()
    assert (conn.total_changes, conn.in_transaction) == (changes, False)
    return [pair[::-1] for pair in found]


# %% role="misconception" name="writes the name into the text" fails="exactly this name"
# The name became part of the statement: an apostrophe ends the string, and what follows it is read as SQL, by
# Mrs O'Brien by accident and by others on purpose. Write `?` in the text and pass `(name,)` beside it.
def find_user(conn, name):
    return conn.execute(f"SELECT id, name FROM users WHERE name = '{name}' ORDER BY id").fetchall()


# %% role="variant" of="writes the name into the text" name="glues the text together"
def find_user(conn, name):
    cursor = conn.cursor()
    cursor.execute("SELECT id, name FROM users WHERE name = '" + name + "' ORDER BY id")
    return cursor.fetchall()


# %% role="misconception" name="double quotes around the name" fails="exactly this name"
# The name became part of the statement, and between double quotes SQLite even looks for a column of that
# name. Write `?` in the text and pass `(name,)` beside it.
def find_user(conn, name):
    return conn.execute(f'SELECT id, name FROM users WHERE name = "{name}" ORDER BY id').fetchall()


# %% role="misconception" name="runs it as a script" fails="the name is bound, and nothing else happens"
# `executescript` runs as many statements as the text holds, so a name like `'; DROP TABLE users; --` deletes
# the table. Use `execute`, which takes one statement, with a `?` and `(name,)`.
def find_user(conn, name):
    conn.executescript(f"SELECT id, name FROM users WHERE name = '{name}';")
    return conn.execute(f"SELECT id, name FROM users WHERE name = '{name}' ORDER BY id").fetchall()


# %% role="misconception" name="doubles the quotes by hand" fails="the name is bound, and nothing else happens"
# The rows are right, and still the name stands in the text: every such place depends on someone remembering
# to double the quotes. Let SQLite do it: write `?` and pass `(name,)`.
def find_user(conn, name):
    safe = name.replace("'", "''")
    return conn.execute(f"SELECT id, name FROM users WHERE name = '{safe}' ORDER BY id").fetchall()


# %% role="misconception" name="throws quotes out" fails="exactly this name"
# Without its apostrophe O'Brien is another name, and nobody has it. A value that is bound needs no cleaning:
# write `?` and pass `(name,)`.
def find_user(conn, name):
    safe = name.replace("'", "").replace('"', "")
    return conn.execute(f"SELECT id, name FROM users WHERE name = '{safe}' ORDER BY id").fetchall()


# %% role="misconception" name="LIKE" fails="exactly this name"
# `LIKE` compares with a pattern: `%` and `_` stand for other characters, and capital letters equal small
# ones. For exactly this name write `=`.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name LIKE ? ORDER BY id", (name,)).fetchall()


# %% role="variant" of="LIKE" name="LIKE with a named parameter"
def find_user(conn, name):
    sql = "SELECT id, name FROM users WHERE name LIKE :name ORDER BY id ASC"
    return list(conn.execute(sql, {"name": name}))


# %% role="misconception" name="GLOB" fails="exactly this name"
# `GLOB` tells capital letters from small ones, but it compares with a pattern too: `*`, `?` and brackets in a
# name stand for other characters. For exactly this name write `=`.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name GLOB ? ORDER BY id", (name,)).fetchall()


# %% role="misconception" name="anything that contains it" fails="exactly this name"
# With `%` on both sides you find every name that contains yours: looking for Ann finds Joanna. For exactly
# this name write `=` and bind the name itself.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name LIKE ? ORDER BY id", (f"%{name}%",)).fetchall()


# %% role="misconception" name="ignores case" fails="exactly this name"
# You made both sides small, or compared with NOCASE, so ann and Ann are one. These are two users: compare
# them as they are.
def find_user(conn, name):
    sql = "SELECT id, name FROM users WHERE LOWER(name) = LOWER(?) ORDER BY id"
    return conn.execute(sql, (name,)).fetchall()


# %% role="misconception" name="trims the name" fails="exactly this name"
# You cut spaces off. `"Ann "` is another name than `"Ann"`, however it came about; whoever enters names may
# trim them, whoever looks them up may not.
def find_user(conn, name):
    sql = "SELECT id, name FROM users WHERE name = ? ORDER BY id"
    return conn.execute(sql, (name.strip(),)).fetchall()


# %% role="misconception" name="fetches everybody" fails="the name is bound, and nothing else happens"
# You had all users sent over and chose among them in Python. With a million users that takes a second each
# time, and the database, which could have found them by an index, did not choose. Let it: `WHERE name = ?`.
def find_user(conn, name):
    rows = conn.execute("SELECT id, name FROM users ORDER BY id").fetchall()
    return [row for row in rows if row[1] == name]


# %% role="variant" of="fetches everybody" name="loops over the table"
def find_user(conn, name):
    found = []
    for key, other in conn.execute("SELECT id, name FROM users"):
        if other == name:
            found.append((key, other))
    return sorted(found)


# %% role="misconception" name="a name instead of a tuple" fails="a list of pairs"
# `(name)` is the name itself, and SQLite takes each of its letters for a parameter of its own. A tuple with
# one item has a comma: `(name,)`.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name)).fetchall()


# %% role="misconception" name="quotes around the placeholder" fails="a list of pairs"
# `'?'` is a text with a question mark in it, no placeholder, so SQLite has no use for your parameter. Leave
# the quotes out.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = '?' ORDER BY id", (name,)).fetchall()


# %% role="misconception" name="in the order of the table" fails="exactly this name"
# Without `ORDER BY` the rows come as the database finds them, which changes when somebody adds an index. Say
# `ORDER BY id`.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = ?", (name,)).fetchall()


# %% role="misconception" name="all columns" fails="a list of pairs"
# `SELECT *` also gives the e-mail addresses away, and tomorrow whatever column is added. Name the two that
# were promised: `SELECT id, name`.
def find_user(conn, name):
    return conn.execute("SELECT * FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()


# %% role="misconception" name="the first one only" fails="a list of pairs"
# `fetchone` gives one row, or None, and there may be several users of one name, or none. Use `fetchall()`,
# which always gives a list.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchone()


# %% role="misconception" name="returns the cursor" fails="a list of pairs"
# `execute` returns a cursor, which still has to fetch. Whoever called you may have closed the connection by
# then: return `fetchall()`.
def find_user(conn, name):
    return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))


# %% role="misconception" name="commits" fails="the name is bound, and nothing else happens"
# `with conn:` ends with a commit, as `conn.commit()` does, and with it goes whatever the caller had begun and
# not decided yet. You only look: no commit.
def find_user(conn, name):
    with conn:
        return conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()


# %% role="variant" of="commits" name="commits at the end"
def find_user(conn, name):
    cursor = conn.cursor()
    rows = cursor.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", [name]).fetchall()
    conn.commit()
    return rows


# %% role="misconception" name="closes the caller's connection" fails="the name is bound, and nothing else happens"
# You closed a connection that you did not open: the caller's next query fails. Whoever opens a connection
# closes it.
def find_user(conn, name):
    rows = conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,)).fetchall()
    conn.close()
    return rows


# %% role="misconception" name="changes the row factory" fails="the name is bound, and nothing else happens"
# You set `conn.row_factory`, and the connection is the caller's: their other queries give other rows until
# somebody puts it back, which an error may prevent. Leave it alone: tuples come by themselves.
def find_user(conn, name):
    conn.row_factory = sqlite3.Row
    rows = conn.execute("SELECT id, name FROM users WHERE name = ? ORDER BY id", (name,))
    return [(row[0], row[1]) for row in rows]
