"""Writes the log of a simulated learner: `python -m tests.learners.make NAME FOLDER`, from the checkout.

FOLDER becomes a data folder: `MLE_COURSE_HOME=FOLDER course progress` then shows that learner's progress in
the course as it is. `--whole` lets the learner work through the whole course as planned.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from course.overview import Overview, overview_of
from course.syllabus import read_syllabus
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated


def write_log(name: str, folder: Path, *, whole: bool = False) -> Path:
    """Write a learner's log into a data folder; return the file."""
    tasks = (whole_course() if whole else read_syllabus()).tasks
    path = folder / "log" / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(dict(record.data)) for record in simulated(name, tasks))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def expected(name: str) -> Overview:
    """Return what a learner's log shows in the course as it is."""
    syllabus = read_syllabus()
    return overview_of(syllabus, simulated(name, syllabus.tasks), NOW)


def main() -> int:
    """Read the command line and write one log."""
    words = [word for word in sys.argv[1:] if word != "--whole"]
    if len(words) != 2 or words[0] not in LEARNERS:
        sys.stderr.write(f"expected NAME FOLDER [--whole], with NAME one of {', '.join(LEARNERS)}\n")
        return 2
    sys.stdout.write(f"{write_log(words[0], Path(words[1]), whole='--whole' in sys.argv)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
