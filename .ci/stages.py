"""Runs what CI runs, stage by stage, and says how long each took: `stages.py`, or `stages.py lint tests`.

The stage `thorough` runs only when it is named: it takes longer than all others together.

Every stage runs even when an earlier one failed, so that one run tells everything. The last line is the test
runner's count, in the form `N passed, N failed, N skipped`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import environment

if TYPE_CHECKING:
    from pathlib import Path

REPORT = environment.VENV / "pytest-report.xml"
PARALLEL = ["-n", "2", "--dist", "loadgroup"]

STAGES: dict[str, list[list[str]]] = {
    "lint": [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["ty", "check", "--output-format", "concise"],
    ],
    "content": [["course", "build", "--check"]],
    "verify": [["autograder", "verify", "--salts", "1"]],
    "tests": [["pytest", *PARALLEL, f"--junit-xml={REPORT}"]],
    "thorough": [
        ["pytest", *PARALLEL, "--thorough", "tests/content", f"--junit-xml={REPORT}"],
        ["autograder", "verify", "--salts", "20"],
    ],
}
USUAL = [stage for stage in STAGES if stage != "thorough"]


@dataclass(frozen=True)
class Outcome:
    """How one stage ended."""

    stage: str
    passed: bool
    seconds: float


def run(stage: str) -> Outcome:
    """Run all commands of a stage; it passes when each of them exits with 0."""
    print(f"\n=== {stage}", flush=True)
    started = time.monotonic()
    codes = [_call(command) for command in STAGES[stage]]
    return Outcome(stage, not any(codes), time.monotonic() - started)


def _call(command: list[str]) -> int:
    program = environment.PROGRAMS / command[0]
    print("$ " + " ".join(command), flush=True)
    if not program.exists():
        print(f"{command[0]} is not installed in .venv", flush=True)
        return 127
    return subprocess.run(
        [program, *command[1:]], cwd=environment.ROOT, env=_activated(), check=False
    ).returncode


def _activated() -> dict[str, str]:
    """Return this process's environment with .venv first on PATH: nbgrader calls `alembic` by name."""
    return {**os.environ, "PATH": f"{environment.PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"}


def summary(outcomes: list[Outcome]) -> str:
    """Draw the table of stages with their times."""
    rows = [
        f"{each.stage:<10}{'ok' if each.passed else 'FAILED':<8}{each.seconds:6.1f} s" for each in outcomes
    ]
    return "\n".join(["", *rows])


def count(report: Path) -> str:
    """Read the test runner's report into one line."""
    totals = dict.fromkeys(("tests", "skipped", "failures", "errors"), 0)
    for suite in ET.parse(report).getroot().iter("testsuite"):  # noqa: S314 - pytest wrote it a moment ago
        totals = {key: total + int(suite.get(key, 0)) for key, total in totals.items()}
    failed = totals["failures"] + totals["errors"]
    return (
        f"{totals['tests'] - totals['skipped'] - failed} passed, {failed} failed, {totals['skipped']} skipped"
    )


def main() -> int:
    """Run the stages named on the command line, by default those of CI."""
    stages = sys.argv[1:] or USUAL
    unknown = [stage for stage in stages if stage not in STAGES]
    if unknown:
        print(f"There is no stage {unknown[0]!r}; there are: {', '.join(STAGES)}", file=sys.stderr)
        return 2
    environment.prepare("dev")
    REPORT.unlink(missing_ok=True)
    outcomes = [run(stage) for stage in stages]
    print(summary(outcomes))
    if REPORT.exists():
        print(count(REPORT))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
