"""How long `check("…")` takes in a live kernel, and what its imports cost.

    python benchmarks/self_check.py [ID…]

For each exercise a fresh kernel runs the set-up cell and a right answer, then times the first call of
`check`, fifty further ones, and beside them the answer's own running time in the same calls (the sum of
what the judge waited for it). A wrong answer is timed the same way, with its diagnosis.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

from compiled import compile_packages
from jupyter_client.manager import start_new_kernel
from rich.console import Console
from rich.table import Table

from course import catalog

RUNS = 50

TIMED = """
import json as _json, time as _time
import autograder.selfcheck as _selfcheck
from autograder.boundary.answer_side import AnswerSide as _Side
_own = [0.0]
_run = _Side._run
def _timed(self, function, *args, **kwargs):
    before = _time.perf_counter()
    try:
        return _run(self, function, *args, **kwargs)
    finally:
        _own[0] += _time.perf_counter() - before
_Side._run = _timed
_rows = []
for _ in range(%d):
    _own[0] = 0.0
    _before = _time.perf_counter()
    _selfcheck.check(%r)
    _rows.append((_time.perf_counter() - _before, _own[0]))
print("ROWS" + _json.dumps(_rows))
"""


def main() -> None:
    """Measure and print one row per exercise and answer."""
    ids = sys.argv[1:] or [exercise.id for exercise in catalog.load_all()]
    compile_packages()
    table = Table(title=f"check() in a live kernel, milliseconds, {RUNS} runs")
    numbers = ("first call", "median", "p95", "answer's own (median)", "median beyond it")
    for name in ("exercise", "answer", *numbers):
        table.add_column(name, justify="right" if name not in ("exercise", "answer") else "left")
    for exercise_id in ids:
        exercise = catalog.load(exercise_id)
        wrong = exercise.misconceptions[0]
        for label, text in (("right", exercise.reference.text), (f"wrong: {wrong.name}", wrong.text)):
            table.add_row(exercise_id, label, *_measured(exercise_id, exercise.setup, text))
    Console(width=130).print(table)
    Console().print(f"import of check: {_import_seconds() * 1e3:.1f} ms beyond NumPy")


def _measured(exercise_id: str, setup: str, answer: str) -> list[str]:
    manager, client = start_new_kernel()
    try:
        _execute(client, setup)
        _execute(client, answer)
        before = time.perf_counter()
        _execute(client, f'from autograder import check; check("{exercise_id}")')
        first = time.perf_counter() - before
        rows = json.loads(_execute(client, TIMED % (RUNS, exercise_id)).partition("ROWS")[2])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    total = sorted(row[0] for row in rows)
    own = sorted(row[1] for row in rows)
    beyond = sorted(row[0] - row[1] for row in rows)
    middle, late = len(rows) // 2, int(len(rows) * 0.95)
    chosen = (first, total[middle], total[late], own[middle], beyond[middle])
    return [f"{1e3 * value:.1f}" for value in chosen]


def _execute(client: Any, code: str) -> str:
    """Run a cell and return what it printed."""
    printed: list[str] = []

    def keep(message: dict[str, Any]) -> None:
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    reply = client.execute_interactive(code, output_hook=keep, timeout=120)
    if reply["content"]["status"] != "ok":
        raise RuntimeError("\n".join(reply["content"]["traceback"]))
    return "".join(printed)


def _import_seconds() -> float:
    timed = "t = time.perf_counter(); from autograder import check; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", f"import numpy, time; {timed}"]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
