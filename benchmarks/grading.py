"""Grading a class: stock nbgrader and `autograder grade` on the same submissions, in the same run.

    python benchmarks/grading.py                     plain notebook, 1 10 50 200 submissions
    python benchmarks/grading.py --ours              the assignment of module 02 instead
    python benchmarks/grading.py --sizes 1 10 --stock-most 10
    python benchmarks/grading.py --feedback          with a feedback page for everybody

Times are from the command's start to its end, as an instructor waits for them; CPU seconds are those of the
command and all that it started. Stock nbgrader is measured up to `--stock-most` submissions; beyond, its
time is extrapolated from the largest that was measured, and marked so. The second table tells where our time
goes: what is done once, and the seconds of all workers by step, for one submission.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compiled import CHECKOUT, compile_packages
from rich.console import Console
from rich.table import Table
from submissions import MODULE, class_of_ours, plain_class

from autograder.sandbox.watch import memory_in_use

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Measured:
    """One run of one grader."""

    seconds: float
    cpu: float
    peak: int
    extrapolated: bool = False
    start: float = 0.0
    """Seconds before the first submission was begun."""
    feedback: float = 0.0
    """Seconds for the feedback pages, beside `seconds`."""
    steps: dict[str, float] = field(default_factory=dict)
    """Seconds of all workers, by step."""

    def and_then(self, feedback: Measured) -> Measured:
        """Return this run with the one that wrote the feedback pages after it."""
        return replace(
            self, cpu=self.cpu + feedback.cpu, peak=max(self.peak, feedback.peak), feedback=feedback.seconds
        )  # fmt: skip


def main() -> None:
    """Measure and print a table."""
    chosen = _arguments()
    compile_packages()
    make, assignment = (class_of_ours, MODULE) if chosen.ours else (plain_class, "week1")
    title = f"{assignment}: end to end, {os.cpu_count()} cores"
    columns = ("stock s", "ours s", "ratio", "stock CPU s", "ours CPU s", "ms each", "peak MB")
    more = ("stock feedback s", "ours", "ratio of both") if chosen.feedback else ()
    table = Table("submissions", *columns, *more, title=title)
    stock: tuple[Measured, int] | None = None
    spent: dict[int, Measured] = {}
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory(prefix="grading-") as folder:
            options = {"feedback": chosen.feedback, "options": chosen.options}
            ours = _ours_measured(make(Path(folder) / "ours", size), assignment, size, **options)
            if size <= chosen.stock_most:
                root = make(Path(folder) / "stock", size)
                stock = _stock_measured(root, assignment, size, feedback=chosen.feedback), size
            _row(table, size, _extrapolated(*stock, size) if stock else None, ours)
            spent[size] = ours
    console = Console(width=120)
    console.print(table)
    console.print(_spent(spent))


def _spent(runs: dict[int, Measured]) -> Table:
    """Return a table of the seconds that went into what is done once, and the ms into each submission."""
    table = Table("where our time goes", *map(str, runs))
    table.add_row("start, s", *(f"{run.start:.1f}" for run in runs.values()))
    for step in dict.fromkeys(step for run in runs.values() for step in run.steps):
        each = (f"{1000 * run.steps.get(step, 0.0) / size:.1f}" for size, run in runs.items())
        table.add_row(f"{step}, ms each", *each)
    return table


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50, 200])
    parser.add_argument(
        "--stock-most", type=int, default=20, help="measure stock nbgrader up to so many; 0 for never"
    )
    parser.add_argument(
        "--no-gradebook", dest="options", action="store_const", const=["--no-gradebook"], default=[]
    )
    parser.add_argument("--feedback", action="store_true", help="write the feedback pages, too")
    parser.add_argument("--ours", action="store_true", help="grade the assignment of module 02")
    return parser.parse_args()


def _row(table: Table, size: int, stock: Measured | None, ours: Measured) -> None:
    each = 1000 * (ours.seconds - ours.start) / size
    mark = "≈" if stock and stock.extrapolated else ""
    table.add_row(
        str(size),
        f"{mark}{stock.seconds:.1f}" if stock else "-", f"{ours.seconds:.1f}",
        f"{mark}{stock.seconds / ours.seconds:.1f}" if stock else "-",
        f"{mark}{stock.cpu:.1f}" if stock else "-", f"{ours.cpu:.1f}", f"{each:.0f}",
        str(ours.peak >> 20), *_with_feedback(stock, ours, mark),
    )  # fmt: skip


def _with_feedback(stock: Measured | None, ours: Measured, mark: str) -> list[str]:
    if not ours.feedback:
        return []
    if stock is None:
        return ["-", f"{ours.feedback:.1f}", "-"]
    both = (stock.seconds + stock.feedback) / (ours.seconds + ours.feedback)
    return [f"{mark}{stock.feedback:.1f}", f"{ours.feedback:.1f}", f"{mark}{both:.1f}"]


def _extrapolated(stock: Measured, size: int, wanted: int) -> Measured:
    """Scale what was measured: stock nbgrader's cost is one submission after the other."""
    if wanted == size:
        return stock
    more = wanted / size
    return replace(
        stock, seconds=stock.seconds * more, cpu=stock.cpu * more, feedback=stock.feedback * more,
        extrapolated=True,
    )  # fmt: skip


def _stock_measured(root: Path, assignment: str, size: int, *, feedback: bool) -> Measured:
    """Release the assignment, which is not measured, then grade it with stock nbgrader."""
    _measured(["-m", "nbgrader", "generate_assignment", assignment, "--create", "--force"], root)
    measured = _measured(["-m", "nbgrader", "autograde", assignment, "--create"], root)
    _expect(size, len([*(root / "autograded").glob(f"*/{assignment}/*.ipynb")]), "graded by stock nbgrader")
    if not feedback:
        return measured
    pages = _measured(["-m", "nbgrader", "generate_feedback", assignment], root)
    _expect(size, _count_pages(root, assignment), "given feedback by stock nbgrader")
    return measured.and_then(pages)


def _ours_measured(
    root: Path, assignment: str, size: int, *, feedback: bool, options: Sequence[str]
) -> Measured:
    """Grade and return what it took, and how many seconds of it were the start."""
    report = root / "report.json"
    measured = _measured(["-m", "autograder", "grade", assignment, "--json", str(report), *options], root)
    data = json.loads(report.read_text())
    _expect(size, len(data["submissions"]), "graded")
    measured = replace(
        measured,
        cpu=measured.cpu + data["confined_cpu_seconds"],
        start=data["start_seconds"] + measured.seconds - data["seconds"],
        steps=data["steps"],
    )
    if not feedback:
        return measured
    pages = _measured(["-m", "autograder", "feedback", assignment], root)
    _expect(size, _count_pages(root, assignment), "given feedback")
    return measured.and_then(pages)


def _count_pages(root: Path, assignment: str) -> int:
    return len([*(root / "feedback").glob(f"*/{assignment}/*.html")])


def _expect(wanted: int, found: int, what: str) -> None:
    if found != wanted:
        sys.exit(f"{found} of {wanted} submissions were {what}")


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
    """The most memory that a process and its descendants held together; looking takes 2 % of a core."""

    def __init__(self, pid: int) -> None:
        self.most, self.done = 0, threading.Event()
        self.thread = threading.Thread(target=self._look, args=(pid,))
        self.thread.start()

    def _look(self, pid: int) -> None:
        pause = 0.25
        while not self.done.wait(pause):
            started = time.thread_time()
            self.most = max(self.most, memory_in_use(pid))
            pause = max(0.25, 50 * (time.thread_time() - started))

    def stop(self) -> int:
        """Stop looking and return the peak in bytes."""
        self.done.set()
        self.thread.join()
        return self.most


if __name__ == "__main__":
    main()
