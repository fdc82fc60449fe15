"""Packages that are not compiled slow down every start, and the remedy is named."""

from __future__ import annotations

import compileall
from typing import TYPE_CHECKING

from autograder.grading.uncompiled import uncompiled

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_remedy_is_named_until_it_was_applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package, a module of it, and a single file; what is not there, or built in, is nobody's concern."""
    (tmp_path / "some_package").mkdir()
    (tmp_path / "some_package" / "__init__.py").touch()
    (tmp_path / "some_file.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    for name in ("some_package", "some_package.part", "some_file"):
        (line,) = uncompiled(["sys", "no_such_package", name])
        assert line.endswith(f"python -m compileall -q {tmp_path}")
    compileall.compile_dir(tmp_path, quiet=2)
    assert uncompiled(["sys", "some_package", "some_file", "no_such_package"]) == []
