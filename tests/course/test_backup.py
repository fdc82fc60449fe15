"""Deleting begins with a backup, and the backup is enough to undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import backup, log
from course.merge import import_file
from tests.course.data_home import everything, own_home, write_log
from tests.course.progress_samples import attempt

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    return own_home(tmp_path, monkeypatch)


def test_what_was_deleted_can_be_brought_back(home: Path) -> None:
    """All devices' records are gone, and after importing the backup all of them are there again."""
    write_log([attempt(1, 0), attempt(2, 1)])
    write_log([attempt(3, 2)], name="desktop")
    before = log.read_all().records

    path = backup.delete_all()

    assert log.read_all() == log.Log()
    assert path is not None
    import_file(path)
    assert log.read_all().records == before


def test_nothing_is_deleted_where_the_backup_fails(home: Path) -> None:
    """A full or read-only disk stops the deletion before it begins."""
    write_log([attempt(1)])
    (home / "backups").write_text("in the way")
    before = everything(home)

    with pytest.raises(OSError, match="exists"):
        backup.delete_all()
    assert everything(home) == before


def test_deleting_an_empty_log_leaves_no_trace(home: Path) -> None:
    """Where nothing was ever recorded there is no backup and no folder."""
    assert backup.delete_all() is None
    assert not home.exists()


def test_backups_never_replace_each_other(home: Path) -> None:
    """Two within one second get names of their own."""
    write_log([attempt(1)])

    first, second = backup.back_up("before-import"), backup.back_up("before-import")

    assert first != second
    assert first is not None
    assert second is not None
    assert first.read_bytes() == second.read_bytes()
