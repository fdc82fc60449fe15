"""`progress()` shows one output, and links to notebooks that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course import catalog, log, workspace
from course.dashboard.output import links_from

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_progress_writes_text_where_there_is_no_notebook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It returns nothing that a cell would echo."""
    monkeypatch.setattr(log, "read_all", log.Log)
    monkeypatch.setattr("IPython.get_ipython", lambda: None)

    assert course.progress() is None
    assert capsys.readouterr().out.startswith("My progress\n")


def test_links_lead_from_any_folder_of_a_workspace_to_the_exercise(tmp_path: Path) -> None:
    """They are relative, with the exercise's heading; what is missing, or outside a workspace, gets none."""
    task = catalog.load("project")
    folder = tmp_path / task.module
    folder.mkdir()
    assert links_from(folder)(task) is None

    (tmp_path / workspace.MARKER).write_text("{}")
    assert links_from(folder)(task) is None

    (folder / f"{task.module}.ipynb").write_text("{}")
    heading = f"#heading={task.label}-Project-onto-a-column-space"
    assert links_from(folder)(task) == f"{task.module}.ipynb{heading}"
    assert links_from(tmp_path)(task) == f"{task.module}/{task.module}.ipynb{heading}"
