"""Measures `course update` on a whole course's workspace: 20 modules, a lesson and an assignment in each.

    python benchmarks/update.py [MODULES]

The modules that exist stand in for those to come, under other names. Each row is the median and the slowest
of five runs: notebooks with the learner's answers are merged with a version that changed in every one of
them, untouched ones are replaced, and then there is nothing to do.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table

from course import catalog
from course.steps import Outcome
from course.update import update
from course.workspace import init

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUNS = 5
TARGET = 3.0


def main() -> None:
    """Measure and print one row for each state of the workspace."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    table = Table("what the learner did", "outcome", "median s", "slowest s", "target s")
    for name, edit, changed in (
        ("answered everything", _answer, True),
        ("touched nothing", lambda _: None, True),
        ("answered everything, nothing new", _answer, False),
    ):
        runs = [_run(count, edit, changed=changed) for _ in range(RUNS)]
        seconds = [each for each, _ in runs]
        shown = (statistics.median(seconds), max(seconds), TARGET)
        table.add_row(name, runs[0][1], *(f"{value:.2f}" for value in shown))
    table.title = f"{2 * count} notebooks, {RUNS} runs"
    Console(width=100).print(table)


def _run(count: int, edit: Callable[[Path], None], *, changed: bool) -> tuple[float, str]:
    """Make a workspace, let the learner work, change the course; return the update's seconds and outcomes."""
    with tempfile.TemporaryDirectory() as folder:
        course, workspace = Path(folder) / "course", Path(folder) / "workspace"
        _copy(count, course)
        with mock.patch.object(catalog, "content_dir", lambda name: course / name):
            init(workspace)
            edit(workspace)
            if changed:
                _revise(course)
            before = time.perf_counter()
            done = update(workspace)
            seconds = time.perf_counter() - before
    outcomes = [step.outcome for step in done.steps]
    return seconds, ", ".join(f"{outcomes.count(each)} {each}" for each in Outcome if each in outcomes)


def _copy(count: int, course: Path) -> None:
    modules = sorted(path.name for path in catalog.content_dir("assignments").glob("[0-9]*_*"))
    for number, name in enumerate(islice(cycle(modules), count), start=1):
        new = f"{number:02}{name[2:]}"
        for kind, notebook in (("modules", "lesson"), ("assignments", name)):
            target = course / kind / new / f"{notebook.replace(name, new)}.ipynb"
            target.parent.mkdir(parents=True)
            shutil.copyfile(catalog.content_dir(kind) / name / f"{notebook}.ipynb", target)


def _answer(workspace: Path) -> None:
    """Write into every answer cell, and add a cell of the learner's own to each notebook."""
    for path, notebook in _notebooks(workspace):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id", "").endswith("-answer"):
                cell["source"] = "def mine(x):\n    return x\n"
        own = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "Look this up again."}
        notebook["cells"].insert(3, own)
        path.write_text(json.dumps(notebook), encoding="utf-8")


def _revise(course: Path) -> None:
    """Change a text of every notebook of the course."""
    for path, notebook in _notebooks(course):
        text = next(cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
        text["source"] = ["A clearer beginning.\n\n", *text["source"]]
        path.write_text(json.dumps(notebook), encoding="utf-8")


def _notebooks(folder: Path) -> Iterator[tuple[Path, dict]]:
    for path in folder.rglob("*.ipynb"):
        yield path, json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
