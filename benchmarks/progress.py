"""Measures the progress dashboard on a log of 5,000 records in the whole course as planned.

    python benchmarks/progress.py [RECORDS]

Each row is the median and the slowest of fifteen runs in one warm process, and the processor's time:
reading the log and computing every fact, drawing the page, drawing the notebook's output. Below stands what
the first page of a process costs.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table

from course import log
from course.dashboard.board import notebook, page, printed
from course.dashboard.text import plain
from course.overview import overview_of
from tests.learners.sample_course import whole_course
from tests.learners.simulate import NOW, Learner, finished

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.overview import Overview

RUNS = 15
TARGETS = {"read the log and compute": 0.1, "page": 0.3}


def main() -> None:
    """Measure and print one row for each step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ[log.HOME] = folder
        _write(count, log.folder())
        before = time.perf_counter()
        overview = _overview()
        page(overview)
        first = time.perf_counter() - before
        steps: dict[str, Callable[[], object]] = {
            "read the log and compute": _overview,
            "page": lambda: page(overview),
            "notebook": lambda: notebook(overview),
            "evidence for print": lambda: printed(overview),
            "text": lambda: plain(overview),
        }
        Console(width=100).print(_table(len(overview.records), steps))
    Console().print(f"first overview and page of a process: {1e3 * first:.0f} ms, beyond the imports")


def _overview() -> Overview:
    return overview_of(whole_course(), log.read_all().records, NOW)


def _write(count: int, folder: Path) -> None:
    """Write a log of so many records: everything done, and attempts on top of it."""
    learner: Learner = finished(whole_course().tasks)
    chance = random.Random(0)
    while len(learner.lines) < count:
        task = chance.choice(whole_course().tasks)
        learner.attempt(task, chance.randint(0, task.points), answer=str(len(learner.lines)))
    folder.mkdir(parents=True)
    lines = (json.dumps(line) for line in learner.lines[:count])
    (folder / "bench.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _table(count: int, steps: dict[str, Callable[[], object]]) -> Table:
    heads = ("step", "median ms", "slowest ms", "median CPU ms", "target ms")
    table = Table(*heads, title=f"{count:,} records, {RUNS} runs")
    for name, step in steps.items():
        runs = [_seconds(step) for _ in range(RUNS)]
        seconds, processor = zip(*runs, strict=True)
        target = f"{1e3 * TARGETS[name]:.0f}" if name in TARGETS else ""
        shown = (statistics.median(seconds), max(seconds), statistics.median(processor))
        table.add_row(name, *(f"{1e3 * value:.0f}" for value in shown), target)
    return table


def _seconds(step: Callable[[], object]) -> tuple[float, float]:
    """Return the time that passed, and the processor's share of it: the machine may be busy otherwise."""
    before, processor = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - before, time.process_time() - processor


if __name__ == "__main__":
    main()
