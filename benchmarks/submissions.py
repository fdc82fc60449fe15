"""The submissions that the grading benchmark grades: of a plain notebook, or of module 02."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from compiled import CHECKOUT

from course.catalog import content_dir, load_all

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "02_linear_algebra_numpy"


def plain_class(root: Path, size: int) -> Path:
    """Make a course with one notebook of plain asserts, and submissions of six kinds in turn."""
    sys.path.insert(0, str(CHECKOUT))
    from tests.autograder.grading import plain

    plain.make_course(root)
    kinds: list[dict[str, str]] = [
        {},
        {"mean": "def mean(values):\n    return sorted(values)[len(values) // 2]"},
        {"normalise": "def normalise(M):\n    raise ValueError('not yet')"},
        {"answer": "slope = 3\nnames = []"},
        {"count": "def count(words:\n    return {}"},
        dict.fromkeys(plain.SOLUTIONS, ""),
    ]
    for number in range(size):
        plain.hand_in(root, f"student{number:04}", kinds[number % len(kinds)])
    return root


def class_of_ours(root: Path, size: int) -> Path:
    """Make submissions of module 02: right ones, other right ones, the starter, and every mistake in turn."""
    root.mkdir()
    shutil.copy(CHECKOUT / "nbgrader_config.py", root)
    shutil.copytree(content_dir("solutions") / MODULE, root / "solutions" / MODULE)
    released = json.loads((content_dir("assignments") / MODULE / f"{MODULE}.ipynb").read_text())
    exercises = {f"{exercise.id}-answer": exercise for exercise in load_all()}
    for number in range(size):
        notebook = json.loads(json.dumps(released))
        for cell in notebook["cells"]:
            exercise = exercises.get(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))
            if exercise is not None and number % 4 != 3:
                cell["source"] = _answer(exercise, number)
        folder = root / "submitted" / f"student{number:04}" / MODULE
        folder.mkdir(parents=True)
        (folder / f"{MODULE}.ipynb").write_text(json.dumps(notebook))
    return root


def _answer(exercise, number: int) -> str:  # noqa: ANN001 -- an Exercise
    right = [exercise.reference, *exercise.alternatives]
    pool = right if number % 4 == 0 else [*exercise.misconceptions, *right[:1]]
    return pool[number // 4 % len(pool)].text
