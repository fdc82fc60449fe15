"""Puts a submission's graded notebooks and files into its folder below `autograded/`.

Each file is written beside its place and renamed into it, so that nobody who looks sees half of one.
"""

from __future__ import annotations

import os
import secrets
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from autograder.grading.autograded import autograded_notebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from autograder.grading.handed_in import HandedIn
    from autograder.grading.master import Assignment
    from autograder.grading.released import Released
    from autograder.grading.results import Outcome
    from autograder.grading.settings import CourseFolder

GROUP = 0o2770
"""What nbgrader adds to folders that a group shares."""
_DRAFT = ".tmp"
"""How the name of a file ends that is not complete; it begins with a dot, which no submitted file's does."""


def write_graded(
    course: CourseFolder,
    assignment: Assignment,
    outcome: Outcome,
    handed_in: HandedIn,
    released: Iterable[Released],
) -> None:
    """Write all files of a graded submission, and remove what an earlier one left."""
    notebooks = {
        f"{book.name}.ipynb": autograded_notebook(
            [cell for name, cell in outcome.cells if name == book.name], handed_in.notebooks[book.name], book
        )
        for book in released
        if book.name in handed_in.notebooks
    }
    brought, given = (_copied(files, course.ignored) for files in (handed_in.files, assignment.files))
    files = without_clashes({**given, **notebooks}, brought, assignment.keeps_own)
    folder = course.autograded_folder(assignment.name, outcome.student)
    replace_files(folder, files, course.file_mode, shared=course.groupshared)


def _copied(files: Mapping[str, bytes], ignored: list[str]) -> dict[str, bytes]:
    return {
        name: data
        for name, data in files.items()
        if not name.endswith(".ipynb")
        and not any(fnmatchcase(part, pattern) for part in PurePath(name).parts for pattern in ignored)
    }


def without_clashes(
    ours: Mapping[str, bytes], theirs: Mapping[str, bytes], keeps_own: Iterable[str] = ()
) -> dict[str, bytes]:
    """Return both, ours over theirs but for names in `keeps_own`; no file of theirs is a folder of ours."""
    kept = {name: data for name, data in ours.items() if name not in keeps_own or name not in theirs}
    folders = {str(parent) for name in kept for parent in PurePath(name).parents}
    fitting = {
        name: data
        for name, data in theirs.items()
        if name not in folders and not any(str(parent) in kept for parent in PurePath(name).parents)
    }
    return {**fitting, **kept}


def replace_files(folder: Path, files: Mapping[str, bytes], mode: int, *, shared: bool = False) -> None:
    """Make a folder hold these files, by relative path, and no others; a `shared` one is its group's, too."""
    _remove_others(folder, files)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_name(f".{secrets.token_hex(8)}{_DRAFT}")
        written.write_bytes(data)
        written.chmod(mode)
        written.replace(path)
    if shared:
        for here, _, _ in os.walk(folder):
            Path(here).chmod((Path(here).stat().st_mode | GROUP) & 0o2777)


def is_complete(folder: Path) -> bool:
    """Whether nobody was stopped while writing a folder."""
    return not any(folder.rglob(f".*{_DRAFT}"))


def _remove_others(folder: Path, files: Mapping[str, bytes]) -> None:
    for here, folders, names in os.walk(folder, topdown=False):
        for path in (Path(here) / name for name in (*names, *folders)):
            if path.is_symlink() or not path.is_dir():
                if str(path.relative_to(folder)) not in files:
                    path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()
