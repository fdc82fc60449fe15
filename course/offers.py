"""The notebooks that the course offers, by their names in a workspace."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def offered() -> Iterator[tuple[str, Path]]:
    """Yield every notebook as its name in a workspace, with forward slashes, and the file to copy."""
    from course.catalog import content_dir

    for lesson in sorted(content_dir("modules").glob("[0-9]*_*/lesson.ipynb")):
        yield f"{lesson.parent.name}/{lesson.name}", lesson
    for assignment in sorted(content_dir("assignments").glob("[0-9]*_*/*.ipynb")):
        yield f"{assignment.parent.name}/{assignment.name}", assignment


_BESIDE = re.compile(r"\.new(-\d+)?\.ipynb$")


def beside(name: str, number: int = 1) -> str:
    """Return the name of the course's version beside a learner's notebook: `lesson.new.ipynb`."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.new{'' if number == 1 else f'-{number}'}{path.suffix}"))


def is_beside(name: str) -> bool:
    """Whether a name is that of the course's version beside a learner's notebook."""
    return bool(_BESIDE.search(name))
