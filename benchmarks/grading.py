"""Grading a class: stock nbgrader and `autograder grade` on the same submissions, in the same run.

    python benchmarks/grading.py                     plain notebook, 1 10 50 200 submissions
    python benchmarks/grading.py --ours              the assignment of module 02 instead
    python benchmarks/grading.py --sizes 1 10 --stock-most 10

Times are from the command's start to its end, as an instructor waits for them; CPU seconds are those of the
command and all that it started. Stock nbgrader is measured up to `--stock-most` submissions; beyond, its
time is extrapolated from the largest that was measured, and marked so.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.sandbox.watch import memory_in_use
from course.catalog import content_dir, load_all

CHECKOUT = Path(__file__).resolve().parents[1]
MODULE = "02_linear_algebra_numpy"


@dataclass(frozen=True)
class Measured:
    """One run of one grader."""

    seconds: float
    cpu: float
    peak: int
    extrapolated: bool = False


def main() -> None:
    """Measure and print a table."""
    chosen = _arguments()
    make, assignment = (_ours, MODULE) if chosen.ours else (_plain, "week1")
    title = f"{assignment}: end to end, {os.cpu_count()} cores"
    columns = ("stock s", "ours s", "ratio", "stock CPU s", "ours CPU s", "ms each", "peak MB")
    table = Table("submissions", *columns, title=title)
    stock: tuple[Measured, int] | None = None
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory(prefix="grading-") as folder:
            ours = _ours_measured(make(Path(folder) / "ours", size), assignment, size, *chosen.options)
            if size <= chosen.stock_most:
                stock = _stock_measured(make(Path(folder) / "stock", size), assignment, size), size
            _row(table, size, _extrapolated(*stock, size) if stock else None, ours)
    Console(width=120).print(table)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50, 200])
    parser.add_argument(
        "--stock-most", type=int, default=20, help="measure stock nbgrader up to so many; 0 for never"
    )
    parser.add_argument(
        "--no-gradebook", dest="options", action="store_const", const=["--no-gradebook"], default=[]
    )
    parser.add_argument("--ours", action="store_true", help="grade the assignment of module 02")
    return parser.parse_args()


def _row(table: Table, size: int, stock: Measured | None, ours: tuple[Measured, float]) -> None:
    measured, start = ours
    each = 1000 * (measured.seconds - start) / size
    mark = "≈" if stock and stock.extrapolated else ""
    table.add_row(
        str(size),
        f"{mark}{stock.seconds:.1f}" if stock else "-", f"{measured.seconds:.1f}",
        f"{mark}{stock.seconds / measured.seconds:.1f}" if stock else "-",
        f"{mark}{stock.cpu:.1f}" if stock else "-", f"{measured.cpu:.1f}", f"{each:.0f}",
        str(measured.peak >> 20),
    )  # fmt: skip


def _extrapolated(stock: Measured, size: int, wanted: int) -> Measured:
    """Scale what was measured: stock nbgrader's cost is one submission after the other."""
    if wanted == size:
        return stock
    return Measured(stock.seconds * wanted / size, stock.cpu * wanted / size, stock.peak, extrapolated=True)


def _stock_measured(root: Path, assignment: str, size: int) -> Measured:
    """Release the assignment, which is not measured, then grade it with stock nbgrader."""
    _measured(["-m", "nbgrader", "generate_assignment", assignment, "--create", "--force"], root)
    measured = _measured(["-m", "nbgrader", "autograde", assignment, "--create"], root)
    graded = len(list((root / "autograded").glob(f"*/{assignment}/*.ipynb")))
    if graded != size:
        sys.exit(f"stock nbgrader graded {graded} of {size} submissions")
    return measured


def _ours_measured(root: Path, assignment: str, size: int, *options: str) -> tuple[Measured, float]:
    """Grade and return what it took, and how many seconds of it were the start."""
    report = root / "report.json"
    measured = _measured(["-m", "autograder", "grade", assignment, "--json", str(report), *options], root)
    data = json.loads(report.read_text())
    if len(data["submissions"]) != size:
        sys.exit(f"{len(data['submissions'])} of {size} submissions were graded")
    start = data["start_seconds"] + measured.seconds - data["seconds"]
    return replace(measured, cpu=measured.cpu + data["confined_cpu_seconds"]), start


def _measured(arguments: list[str], root: Path) -> Measured:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PATH": path}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    peak = _Peak(process.pid)
    _, said = process.communicate()
    seconds, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        sys.exit(f"{arguments} ended with {process.returncode}:\n{said.decode()[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(seconds, cpu, peak.stop())


class _Peak:
    """The most memory that a process and its descendants held together."""

    def __init__(self, pid: int) -> None:
        self.most, self.done = 0, threading.Event()
        self.thread = threading.Thread(target=self._look, args=(pid,))
        self.thread.start()

    def _look(self, pid: int) -> None:
        while not self.done.wait(0.25):
            self.most = max(self.most, memory_in_use(pid))

    def stop(self) -> int:
        """Stop looking and return the peak in bytes."""
        self.done.set()
        self.thread.join()
        return self.most


# ---- the submissions -----------------------------------------------------------------------------------


def _plain(root: Path, size: int) -> Path:
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


def _ours(root: Path, size: int) -> Path:
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


if __name__ == "__main__":
    main()
