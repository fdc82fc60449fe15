"""Builds the notebooks that are committed, or tells what differs from a build.

    modules/NN_slug/lesson.py   ──► modules/NN_slug/lesson.ipynb
    modules/NN_slug/eK_name.py  ──► solutions/NN_slug/NN_slug.ipynb
                                      └─ nbgrader's preprocessors ──► assignments/NN_slug/NN_slug.ipynb

The same sources give the same bytes, so a rebuild shows whether anybody edited a notebook by hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from course.catalog import content_dir, content_root, load_all, load_file, modules
from course.errors import ContentErrors, CourseError
from course.leaks import leaks
from course.lesson import read_lesson
from course.release import CONFIG, release, releaser, require_instructor
from course.versions import version_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from nbformat import NotebookNode

    from course.catalog import Module
    from course.errors import ContentError
    from course.exercise import Exercise

_GENERATED_FOLDERS = ("solutions", "assignments")


class Finding(NamedTuple):
    """One thing that is not as a build would leave it."""

    path: Path
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    findings: tuple[Finding, ...]
    """Unexpected files, which a build never deletes, and leaks."""


def build(*, same_version: bool = False) -> Report:
    """Write every notebook that differs from what the sources say.

    Raises `ContentErrors` where a source has mistakes or an exercise changed under its old version;
    `same_version` allows the latter, for exercises that no learner has received.
    """
    artefacts = _artefacts(same_version=same_version)
    written = [path for path, text in artefacts.items() if _differs(path, text)]
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(artefacts[path], encoding="utf-8", newline="\n")
    unchanged = [path for path in artefacts if path not in written]
    return Report(tuple(written), tuple(unchanged), (*_unexpected(artefacts), *_leaks()))


def check() -> list[Finding]:
    """Return what differs from a rebuild, what is unexpected and what leaks, and write nothing."""
    artefacts = _artefacts(same_version=True)
    stale = [
        Finding(path, _difference(path, text)) for path, text in artefacts.items() if _differs(path, text)
    ]
    return [*stale, *_unexpected(artefacts), *_leaks()]


def _artefacts(*, same_version: bool) -> dict[Path, str]:
    """Return path and text of every notebook that a build makes."""
    require_instructor()
    root = _checkout()
    mistakes = list(_mistakes(same_version=same_version))
    if mistakes:
        raise ContentErrors(mistakes)
    return dict(_generate(root))


def _mistakes(*, same_version: bool) -> Iterator[ContentError]:
    """Everything that stands in the way of a build, over all files."""
    try:
        exercises = load_all()
    except ContentErrors as mistakes:
        yield from mistakes.errors
    else:
        yield from () if same_version else version_problems(exercises)
    for lesson in filter(None, (module.lesson for module in modules())):
        try:
            read_lesson(lesson)
        except ContentErrors as mistakes:
            yield from mistakes.errors


def _checkout() -> Path:
    root = content_root().parent
    if not (root / CONFIG).is_file():
        raise CourseError(
            f"{root} is no clone of the course: found no {CONFIG}; run `course build` in a clone."
        )
    return root


def _generate(root: Path) -> Iterator[tuple[Path, str]]:
    from course.notebooks import lesson_notebook, source_notebook

    exporter = releaser(root)
    for module in modules():
        if module.lesson:
            yield module.path / "lesson.ipynb", _text(lesson_notebook(module.lesson))
        if module.exercises:
            source = source_notebook(module)
            yield _place("solutions", module), _text(source)
            yield _place("assignments", module), release(exporter, source)


def _place(folder: str, module: Module) -> Path:
    return content_dir(folder) / module.slug / f"{module.slug}.ipynb"


def _text(notebook: NotebookNode) -> str:
    import nbformat

    return nbformat.writes(notebook, version=4) + "\n"


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def _difference(path: Path, text: str) -> str:
    """Say where a file departs from a rebuild."""
    if not path.is_file():
        return "missing; run `course build`"
    pairs = zip(path.read_text(encoding="utf-8").split("\n"), text.split("\n"), strict=False)
    line = next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)
    return f"differs from a rebuild from line {line} on; run `course build`"


def _unexpected(artefacts: Mapping[Path, str]) -> list[Finding]:
    """Find files that learners or nbgrader would pick up although no source made them."""
    present = [path for name in _GENERATED_FOLDERS for path in sorted(content_dir(name).rglob("*"))]
    present += sorted(content_root().glob("*/*.ipynb"))
    return [
        Finding(path, "unexpected: no source makes it; move or delete it")
        for path in present
        if path.is_file() and path not in artefacts and ".ipynb_checkpoints" not in path.parts
    ]


def _leaks() -> list[Finding]:
    """Look at the assignments as they are on disk."""
    exercises = {module.slug: [load_file(path) for path in module.exercises] for module in modules()}
    return [
        Finding(path, f"leaks {sign}")
        for path in sorted(content_dir("assignments").glob("*/*.ipynb"))
        for sign in _leaks_of(path, exercises.get(path.parent.name, []))
    ]


def _leaks_of(path: Path, exercises: list[Exercise]) -> list[str]:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return ["nothing that could be read: it is not JSON"]
    return leaks(notebook, exercises)
