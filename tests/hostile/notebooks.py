"""Submissions, hostile or only odd, as files; each builder writes one, with what has to come of it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.hostile.courses import PLAIN, Notebook, Target, code_cell, grade_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Build = Callable[[Target, Path], None]

GRADED, ATTENTION = "graded", "needs_attention"


@dataclass(frozen=True, slots=True)
class Odd:
    """One odd submission and its outcome."""

    name: str
    build: Build
    status: str = GRADED
    lost: tuple[str, ...] = ()
    """Answers whose points are lost; all others keep theirs, for the answers are the solution."""
    said: str = ""
    """What a reason (where it needs attention) or a remark has to say."""


CASES: list[Odd] = []
ON_PLAIN_ALONE = frozenset(
    "renamed-tests retyped-tests moved-cells taken-names odd-metadata old-outputs with-a-mark-of-order "
    "odd-times a-linked-time folders-below-folders odd-names an-answer-as-text".split()
)
"""Cases that say nothing new about an assignment of ours, where a right notebook takes ten times as long."""


def cases_for(kind: str) -> list[Odd]:
    """Return the cases that are handed in to a course."""
    return [case for case in CASES if kind == PLAIN or case.name.removeprefix("odd-") not in ON_PLAIN_ALONE]


def _case(status: str = GRADED, *, lost: tuple[str, ...] = (), said: str = "") -> Callable[[Build], Build]:
    def register(build: Build) -> Build:
        name = f"odd-{build.__name__.replace('_', '-')}"
        CASES.append(Odd(name, build, status, lost, said))
        return build

    return register


def _write(target: Target, folder: Path, notebook: Notebook) -> Path:
    path = folder / f"{target.notebook}.ipynb"
    path.write_text(json.dumps(notebook))
    return path


def _right(target: Target) -> Notebook:
    return target.filled(target.solution)


# ---- files that are no notebooks ----------------------------------------------------------------------

_NOT_NOTEBOOKS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n", "is empty"),
    "text": (b"def project(A, b): ...", "is not a notebook"),
    "zipped": (b"PK\x03\x04" + bytes(range(256)) * 8, "is not a notebook"),
    "cut": (b'{"nbformat": 4, "cells": [{"cell_type": "code", "sou', "is not a notebook"),
    "a-list": (b"[]", "not a notebook"),
    "null": (b"null", "not a notebook"),
    "no-format": (b'{"cells": []}', "nbformat"),
    "format-3": (b'{"nbformat": 3, "worksheets": []}', "format 3"),
    "format-true": (b'{"nbformat": true, "cells": []}', "format"),
    "format-in-words": (b'{"nbformat": "four", "cells": []}', "nbformat"),
    "no-cells": (b'{"nbformat": 4}', "cells"),
    "cells-in-a-table": (b'{"nbformat": 4, "cells": {"0": 1}}', "cells"),
    "a-cell-of-no-type": (b'{"nbformat": 4, "cells": [{"source": ""}]}', "cell 1"),
    "a-cell-that-is-a-number": (b'{"nbformat": 4, "cells": [7]}', "cell 1"),
    "source-of-numbers": (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1]}]}', "cell 1"),
    "nested": (b'{"nbformat": 4, "cells": ' + b"[" * 200_000, "is not a notebook"),
    "a-number-without-end": (b'{"nbformat": ' + b"4" * 1_000_000 + b', "cells": []}', "not a notebook"),
    "too-many-cells": (
        b'{"nbformat": 4, "cells": [' + b",".join([b'{"cell_type": "code", "source": "1"}'] * 5_001) + b"]}",
        "5,001 cells",
    ),
}


def _of_bytes(data: bytes) -> Build:
    def build(target: Target, folder: Path) -> None:
        (folder / f"{target.notebook}.ipynb").write_bytes(data)

    return build


CASES += [
    Odd(f"odd-{name}", _of_bytes(data), ATTENTION, said=said) for name, (data, said) in _NOT_NOTEBOOKS.items()
]


@_case(ATTENTION, said="larger than")
def huge(target: Target, folder: Path) -> None:
    """Write a file of 3 GB that takes no room on the disk."""
    path = folder / f"{target.notebook}.ipynb"
    path.touch()
    os.truncate(path, 3 << 30)


@_case(ATTENTION, said="was not handed in")
def a_link(target: Target, folder: Path) -> None:
    """Hand in a link to somebody else's notebook."""
    (folder / f"{target.notebook}.ipynb").symlink_to(target.folder("right") / f"{target.notebook}.ipynb")


@_case(ATTENTION, said="a link is not followed")
def a_linked_folder(target: Target, folder: Path) -> None:
    """Make the whole folder a link to somebody else's."""
    folder.rmdir()
    folder.symlink_to(target.folder("right"))


@_case(ATTENTION, said="was not handed in")
def a_pipe(target: Target, folder: Path) -> None:
    """Hand in a pipe, at which a reader would wait for ever."""
    os.mkfifo(folder / f"{target.notebook}.ipynb")


@_case(ATTENTION, said="was not handed in")
def a_folder(target: Target, folder: Path) -> None:
    """Hand in a folder with the name of a notebook."""
    (folder / f"{target.notebook}.ipynb").mkdir()


@_case(ATTENTION, said="no notebook")
def nothing(_target: Target, _folder: Path) -> None:
    """Hand in an empty folder."""


@_case(ATTENTION, said="was not handed in")
def another_name(target: Target, folder: Path) -> None:
    """Hand in under a name that a terminal or a table may take for markup."""
    _write(target, folder, _right(target)).rename(folder / "[red]x[%5d] \x1b[2J.ipynb")


@_case(ATTENTION, said="was not handed in")
def a_name_of_bytes(target: Target, folder: Path) -> None:
    """Hand in under a name that is no Unicode."""
    os.rename(_write(target, folder, _right(target)), os.fsencode(folder) + b"/\xff\xfe.ipynb")


@_case(ATTENTION, said="files were handed in")
def too_many_files(target: Target, folder: Path) -> None:
    """Hand in more files than anyone needs."""
    _write(target, folder, _right(target))
    for number in range(1_100):
        (folder / f"{number}.txt").touch()


@_case(ATTENTION, said="larger than")
def too_large_files(target: Target, folder: Path) -> None:
    """Hand in files that together are too large."""
    _write(target, folder, _right(target))
    for number in range(5):
        (folder / f"{number}.bin").touch()
        os.truncate(folder / f"{number}.bin", 30 << 20)


# ---- odd files beside a right notebook ----------------------------------------------------------------


@_case()
def odd_names(target: Target, folder: Path) -> None:
    """Hand in files whose names are no text, options, control characters or other modules."""
    _write(target, folder, _right(target))
    for name in (b"\xff\xfe", b"-rf", b"a\nb", b"\x1b[2J", b"~", b"$(id)", b"..notes", "ü".encode() * 60):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123 -- names that are no text
            file.write(b"x")


@_case()
def modules_of_its_own(target: Target, folder: Path) -> None:
    """Hand in files with the names of modules that the machinery imports."""
    _write(target, folder, _right(target))
    for name in (
        "numpy",
        "json",
        "autograder",
        "course",
        "sitecustomize",
        "ipykernel_launcher",
        "sklearn",
        "socket",
        "conftest",
    ):
        (folder / f"{name}.py").write_text("raise SystemExit('hostile-was-here')\n")
    (folder / "hostile.pth").write_text("import os; os._exit(1)\n")
    (folder / "nbgrader_config.py").write_text("raise SystemExit\n")


@_case(ATTENTION, said="timestamp.txt")
def odd_times(target: Target, folder: Path) -> None:
    """Hand in with a time of handing in that is no time, and files from before 1970."""
    path = _write(target, folder, _right(target))
    (folder / "timestamp.txt").write_bytes(b"tomorrow \xff\n" * 1000)
    os.utime(path, (-1e9, 1e11))


@_case(ATTENTION, said="timestamp.txt")
def a_linked_time(target: Target, folder: Path) -> None:
    """Hand in a time of handing in, and other files, that are links to what is not the learner's."""
    _write(target, folder, _right(target))
    (folder / "timestamp.txt").symlink_to("/etc/passwd")
    (folder / "data.csv").symlink_to(target.root / "secret.txt")
    (folder / "more").symlink_to(target.root)


@_case()
def folders_below_folders(target: Target, folder: Path) -> None:
    """Hand in many folders, some hidden, around a right notebook."""
    _write(target, folder, _right(target))
    deep = folder.joinpath(*("d" * 60)) / ".git"
    deep.mkdir(parents=True)
    (deep / "config").write_text("x")
    (deep.parent / "data.txt").write_text("x")
    checkpoints = folder / ".ipynb_checkpoints"
    checkpoints.mkdir()
    (checkpoints / f"{target.notebook}-checkpoint.ipynb").write_text("{}")


# ---- right notebooks, changed as notebooks are --------------------------------------------------------


def _changed(change: Callable[[Notebook], Any]) -> Build:
    def build(target: Target, folder: Path) -> None:
        notebook = _right(target)
        change(notebook)
        _write(target, folder, notebook)

    return build


def _marked(notebook: Notebook, mark: str) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get(mark)]


def _without_tests(notebook: Notebook) -> None:
    notebook["cells"] = [
        cell for cell in notebook["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")
    ]


def _renamed_tests(notebook: Notebook) -> None:
    for number, cell in enumerate(_marked(notebook, "grade")):
        cell["metadata"]["nbgrader"]["grade_id"] = f"renamed-{number}"


def _edited_locks(notebook: Notebook) -> None:
    for cell in [*_marked(notebook, "locked")]:
        cell["source"] = "raise SystemExit('edited')"
        cell["metadata"]["nbgrader"] |= {"points": 1_000_000, "locked": False, "solution": True}


def _retyped_tests(notebook: Notebook) -> None:
    for cell in _marked(notebook, "grade"):
        cell["cell_type"] = "raw"


def _moved(notebook: Notebook) -> None:
    notebook["cells"].reverse()


def _doubled(notebook: Notebook) -> None:
    for cell in _marked(notebook, "solution"):
        notebook["cells"].insert(0, {**cell, "source": "raise NotImplementedError"})


def _taken_names(notebook: Notebook) -> None:
    for cell in _marked(notebook, "grade"):
        marks = {**cell["metadata"]["nbgrader"], "solution": True, "grade": False, "locked": False}
        notebook["cells"].append(code_cell("raise SystemExit('taken')", nbgrader=marks))


def _odd_metadata(notebook: Notebook) -> None:
    odd: list[Any] = [
        None,
        [],
        7,
        "x",
        {"nbgrader": None},
        {"nbgrader": []},
        {"nbgrader": {"grade_id": ["a"]}},
        {"nbgrader": {"grade_id": {"a": 1}}},
        {"nbgrader": {"grade_id": 5, "points": "many"}},
    ]
    notebook["cells"] += [{"cell_type": "code", "source": "1", "metadata": item} for item in odd]
    notebook["cells"] += [
        {"cell_type": "code", "source": "1"},
        {"cell_type": "markdown", "source": ["a", "b"], "attachments": 5},
    ]
    notebook["metadata"] = ["nothing", "known"]


def _odd_texts(notebook: Notebook) -> None:
    texts = [
        "\ud800 = 1",
        "x = '\0'",
        "(" * 5_000,
        "%%no_such_magic\n1",
        "!exit 1",
        "?print",
        "return",
        "\tif:\r\n",
        "await nothing",
        "%run /etc/passwd",
        "'''" * 3,
        "#" * 1_000_000,
        "\N{RIGHT-TO-LEFT OVERRIDE}1",
        "%%html\n<script>alert(1)</script>",
    ]
    notebook["cells"][:0] = [code_cell(text) for text in texts]


def _old_outputs(notebook: Notebook) -> None:
    shown = {
        "output_type": "display_data",
        "data": {"text/html": "<script>alert('hostile-was-here')</script>"},
        "metadata": {},
    }
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [shown, {"output_type": "error"}, 5], "execution_count": "last"}


_CHANGES: dict[str, tuple[Callable[[Notebook], Any], str]] = {
    "deleted-tests": (_without_tests, "deleted or renamed"),
    "renamed-tests": (_renamed_tests, "deleted or renamed"),
    "edited-locks": (_edited_locks, "was edited"),
    "retyped-tests": (_retyped_tests, ""),
    "moved-cells": (_moved, "moved"),
    "doubled-answers": (_doubled, "the last one counts"),
    "taken-names": (_taken_names, "stands there 2 times"),
    "odd-metadata": (_odd_metadata, ""),
    "odd-texts": (_odd_texts, ""),
    "old-outputs": (_old_outputs, ""),
}
CASES += [Odd(f"odd-{name}", _changed(change), said=said) for name, (change, said) in _CHANGES.items()]


@_case()
def with_a_mark_of_order(target: Target, folder: Path) -> None:
    """Write the notebook as Windows' editors do, in UTF-16 with a byte order mark."""
    (folder / f"{target.notebook}.ipynb").write_text(json.dumps(_right(target)), encoding="utf-16")


@_case(lost=("project", "mean", "every"), said="deleted or renamed and stays unanswered")
def a_deleted_answer(target: Target, folder: Path) -> None:
    """Delete one answer cell."""
    notebook = _right(target)
    gone = {"project-answer", "mean"}
    notebook["cells"] = [cell for cell in notebook["cells"] if grade_id(cell) not in gone]
    _write(target, folder, notebook)


@_case(lost=("project", "mean", "every"))
def an_answer_as_text(target: Target, folder: Path) -> None:
    """Turn one answer cell into text."""
    notebook = _right(target)
    for cell in notebook["cells"]:
        if grade_id(cell) in ("project-answer", "mean"):
            cell["cell_type"] = "markdown"
    _write(target, folder, notebook)


@_case(lost=("project", "mean", "every"))
def an_answer_that_does_not_cross(target: Target, folder: Path) -> None:
    """Bind one name to a number that no message carries; the others are right."""
    answers = {**target.solution, "project": "project = 1 << 70_000", "mean": "mean = 1 << 70_000"}
    _write(target, folder, target.filled(answers))


@_case(lost=("project", "mean", "every"))
def an_answer_that_ends_the_process(target: Target, folder: Path) -> None:
    """End the process in every call of one answer; the others are right."""
    ends = "def ANSWER(*args):\n    import os\n    os.abort()"
    answers = {name: ends.replace("ANSWER", name) for name in ("project", "mean")}
    _write(target, folder, target.filled({**target.solution, **answers}))
