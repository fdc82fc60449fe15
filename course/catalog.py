"""Finds the course's content by its folders: there is no registry.

modules/NN_slug/lesson.py       the lesson of module NN
modules/NN_slug/eK_name.py      exercise `name`, the K-th of the module
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import ContentError, ContentErrors, UnknownExercise
from course.roles import FILE_NAME
from course.rules import MODULE_NAME
from course.source import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.exercise import Exercise

_PACKAGE = Path(__file__).parent
_FORMER_IDS = re.compile(r"^# was:(?P<ids>[^\n]*(?:\n# +-[^\n]*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Module:
    """One module: a folder with a lesson and exercises."""

    slug: str
    """The folder's name, such as `02_linear_algebra_numpy`."""
    path: Path
    lesson: Path | None
    exercises: tuple[Path, ...]
    """Exercise files in the order of their numbers."""

    @property
    def number(self) -> int:
        """NN of the folder's name."""
        return int(self.slug[:2])

    @property
    def name(self) -> str:
        """The slug in words: `linear algebra numpy`."""
        return self.slug[3:].replace("_", " ")


def content_dir(name: str) -> Path:
    """Return the folder `modules`, `assignments` or `solutions`.

    An installed wheel carries them inside the package; in a checkout they stand beside it.
    """
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def content_root() -> Path:
    """Return the folder that holds the modules."""
    return content_dir("modules")


def modules() -> list[Module]:
    """Return all modules in the order of their numbers."""
    folders = [folder for folder in sorted(content_root().glob("*/")) if MODULE_NAME.fullmatch(folder.name)]
    return [_module(folder) for folder in folders]


def _module(folder: Path) -> Module:
    lesson = folder / "lesson.py"
    return Module(folder.name, folder, lesson if lesson.is_file() else None, tuple(_exercise_files(folder)))


def _exercise_files(folder: Path) -> list[Path]:
    numbered = [(FILE_NAME.fullmatch(path.name), path) for path in folder.glob("e*_*.py")]
    return [path for _, path in sorted((int(match["number"]), path) for match, path in numbered if match)]


def find(exercise: str) -> Path:
    """Return the file of the exercise with this id, or with this former id.

    Raises `UnknownExercise`, which carries the nearest ids.
    """
    files = {_exercise_id(path): path for module in modules() for path in module.exercises}
    if exercise in files:
        return files[exercise]
    renamed = next((path for path in files.values() if exercise in _former_ids(path)), None)
    if renamed is None:
        raise UnknownExercise(exercise, get_close_matches(exercise, files))
    return renamed


def _exercise_id(path: Path) -> str:
    return path.stem.partition("_")[2]


def _former_ids(path: Path) -> list[str]:
    """Read a file's `was:` without reading the rest of it: other mistakes there must not stand in the way."""
    match = _FORMER_IDS.search(path.read_text(encoding="utf-8", errors="replace"))
    return re.findall(r"\w+", match["ids"].partition(" #")[0]) if match else []


def load(exercise: str) -> Exercise:
    """Read the exercise with this id; an unchanged file is read once.

    Raises `UnknownExercise`, or `ContentErrors` where the file has mistakes.
    """
    return load_file(find(exercise))


def load_file(path: Path) -> Exercise:
    """Read an exercise file; an unchanged one is read once."""
    state = path.stat()
    return _cached(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=512)
def _cached(path: Path, _mtime_ns: int, _size: int) -> Exercise:
    return read(path)


def load_all() -> list[Exercise]:
    """Read every exercise in course order; raises `ContentErrors` with the mistakes of all files."""
    exercises, errors = [], list(_stray_files())
    for module in modules():
        for path in module.exercises:
            try:
                exercises.append(load_file(path))
            except ContentErrors as mistakes:
                errors += mistakes.errors
    errors += _clashes(exercises)
    if errors:
        raise ContentErrors(errors)
    return exercises


def _stray_files() -> Iterator[ContentError]:
    """Files and folders that discovery would pass over in silence."""
    for folder in sorted(content_root().glob("*/")):
        if not MODULE_NAME.fullmatch(folder.name) and not folder.name.startswith(("_", ".")):
            yield ContentError(
                folder, 1, f"the folder {folder.name!r}", "NN_slug, such as 02_linear_algebra_numpy"
            )
    for path in sorted(content_root().glob("*/*.py")):
        if path.name != "lesson.py" and not FILE_NAME.fullmatch(path.name):
            yield ContentError(path, 1, f"the file {path.name!r}", "lesson.py or eK_id.py")


def _clashes(exercises: Iterable[Exercise]) -> Iterator[ContentError]:
    """Ids are unique in the course, former ones included; numbers are unique in a module."""
    ids: dict[str, Exercise] = {}
    places: dict[str, Exercise] = {}
    for exercise in exercises:
        for name in (exercise.id, *exercise.was):
            first = ids.setdefault(name, exercise)
            if first is not exercise:
                found = f"the id {name!r}, taken by {first.path}"
                yield ContentError(exercise.path, 1, found, "an id that no other exercise has or had")
        first = places.setdefault(exercise.label, exercise)
        if first is not exercise:
            found = f"the number {exercise.label}, taken by {first.path}"
            yield ContentError(exercise.path, 1, found, "a number of its own")
