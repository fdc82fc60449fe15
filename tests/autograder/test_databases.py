"""A learner's SQL text reaches the tables of its own database and nothing else."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from autograder import databases
from autograder.databases import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = "CREATE TABLE sales (shop TEXT, amount REAL); CREATE VIEW totals AS SELECT sum(amount) AS total FROM sales;"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def shop() -> Iterator[sqlite3.Connection]:
    """A database of two sales."""
    with closing(
        database(SCRIPT, ("INSERT INTO sales VALUES (?, ?)", [("north", 1.5), ("south", 2.0)]))
    ) as made:
        yield made


def test_a_query_sees_script_and_rows(shop: sqlite3.Connection) -> None:
    """Tables, views and rows are there, also for window functions and common table expressions."""
    text = "WITH best AS (SELECT shop, rank() OVER (ORDER BY amount DESC) AS place FROM sales) SELECT * FROM best"
    assert shop.execute(text).fetchall() == [("south", 1), ("north", 2)]
    assert shop.execute("SELECT total FROM totals").fetchone() == (3.5,)


def test_a_statement_may_change_its_own_database(shop: sqlite3.Connection) -> None:
    """Exercises on UPDATE, transactions and indexes are possible."""
    shop.executescript(
        "BEGIN; UPDATE sales SET amount = 2 * amount; ROLLBACK; CREATE INDEX i ON sales (shop);"
    )
    assert shop.execute("SELECT sum(amount) FROM sales").fetchone() == (3.5,)


@pytest.mark.parametrize(
    "text",
    [
        "ATTACH DATABASE '{file}' AS other",
        "VACUUM INTO '{file}'",
        "PRAGMA table_info(sales)",
        "PRAGMA writable_schema = ON",
        "SELECT * FROM pragma_database_list",
        "SELECT load_extension('{file}')",
        "DETACH DATABASE main",
    ],
)
def test_nothing_outside_is_reached(shop: sqlite3.Connection, tmp_path: Path, text: str) -> None:
    """No other file, no setting, no extension, and no file is made."""
    file = tmp_path / "other.db"
    with pytest.raises(sqlite3.DatabaseError, match="auth"):
        shop.execute(text.format(file=file))
    assert not file.exists()


def test_a_statement_that_runs_away_is_interrupted(
    shop: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends after the seconds that a statement may take, and the database lives on."""
    monkeypatch.setattr(databases, "SECONDS", 0.1)
    for _ in range(2):
        started = time.monotonic()
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            shop.execute(ENDLESS).fetchall()
        assert 0.05 <= time.monotonic() - started < 10
        time.sleep(0.05)
    assert shop.execute("SELECT count(*) FROM sales").fetchone() == (2,)


def test_a_value_cannot_fill_the_memory(shop: sqlite3.Connection) -> None:
    """Texts and blobs are bounded."""
    with pytest.raises(sqlite3.DataError, match="too big"):
        shop.execute("SELECT zeroblob(1000000000)").fetchone()
