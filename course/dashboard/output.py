"""Shows the dashboard where `progress()` was called: below a notebook's cell, else as text."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from course import log
from course.dashboard import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.overview import Overview
    from course.syllabus import Task


def show(overview: Overview) -> None:
    """Display the overview in a notebook, or write it where there is none."""
    module = sys.modules.get("IPython")
    if module is None or module.get_ipython() is None:
        sys.stdout.write(f"{text.plain(overview)}\n")
        return
    from IPython.display import display

    from course.dashboard.board import notebook

    html = notebook(overview, links_from(Path.cwd()))
    display({"text/html": html, "text/plain": text.plain(overview)}, raw=True)


def links_from(folder: Path) -> Callable[[Task], str | None]:
    """Return how to link from a notebook in `folder` to an exercise; to nothing outside a workspace."""
    root = next((each for each in (folder, *folder.parents) if (each / log.MARKER).is_file()), None)

    def link(task: Task) -> str | None:
        if root is None or not (root / notebook_of(task)).is_file():
            return None
        path = Path(os.path.relpath(root / notebook_of(task), folder)).as_posix()
        return f"{quote(path)}#{heading_of(task)}"

    return link


def heading_of(task: Task) -> str:
    """Return the fragment by which JupyterLab finds an exercise's heading in its notebook."""
    return quote(f"heading={task.label} {task.title}".replace(" ", "-"), safe="=")


def notebook_of(task: Task) -> str:
    """Return where a workspace has the notebook with an exercise."""
    return f"{task.module}/{task.module}.ipynb"
