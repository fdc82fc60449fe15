"""A file is the old one or the new one, whatever happens while it is written."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from course import safe_files

if TYPE_CHECKING:
    from pathlib import Path


def no_room(_: int) -> None:
    """Refuse to write."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half-written draft is taken away."""
    path = tmp_path / "notebook.ipynb"
    path.write_bytes(b"old")
    monkeypatch.setattr(safe_files.os, "fsync", no_room)

    with pytest.raises(OSError, match="No space left"):
        safe_files.write(path, b"new")

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [(path.name, b"old")]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A learner may keep a notebook elsewhere and link to it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/notebook.ipynb").write_bytes(b"old")
    link = tmp_path / "notebook.ipynb"
    link.symlink_to(tmp_path / "elsewhere/notebook.ipynb")

    safe_files.write(link, b"new")

    assert link.is_symlink()
    assert (tmp_path / "elsewhere/notebook.ipynb").read_bytes() == b"new"


def test_two_backups_of_one_second_stand_side_by_side(tmp_path: Path) -> None:
    """No backup ever replaces another."""
    folders = [safe_files.back_up(tmp_path, {"01/a.ipynb": content}, "update") for content in (b"1", b"2")]

    assert [(folder / "01/a.ipynb").read_bytes() for folder in folders if folder] == [b"1", b"2"]


def test_without_anything_to_keep_there_is_no_backup(tmp_path: Path) -> None:
    """No empty folders pile up."""
    assert safe_files.back_up(tmp_path, {}, "update") is None
    assert list(tmp_path.iterdir()) == []
