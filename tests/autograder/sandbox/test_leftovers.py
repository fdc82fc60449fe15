"""Nothing is left behind: after a batch, after Ctrl-C, after `kill -9` at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.sandbox.isolation import findings
from tests.autograder.grading import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]
pytestmark = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))

SLOW = {"mean": "import time\ntime.sleep(1.5)\ndef mean(values):\n    return float(np.mean(values))"}
STUDENTS = 4


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Make a course with slow submissions."""
    root = plain.make_course(tmp_path / "course")
    for number in range(STUDENTS):
        plain.hand_in(root, f"student{number}", SLOW)
    return root


def start(root: Path) -> subprocess.Popen[bytes]:
    """Start the command as a person would, in a process group of its own."""
    command = [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        plain.ASSIGNMENT,
        "--no-gradebook",
        "--json",
        "report.json",
    ]
    here = str(Path(__file__).parents[3])
    environment = {**os.environ, "PYTHONPATH": here}
    return subprocess.Popen(
        command, cwd=root, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )


def family(pid: int) -> set[int]:
    """Return a process and all its descendants."""
    found, waiting = set(), [pid]
    while waiting:
        member = waiting.pop()
        found.add(member)
        for task in Path("/proc").glob(f"{member}/task/*/children"):
            try:
                waiting += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def alive(pids: set[int]) -> set[int]:
    """Return those processes that still run; a zombie does not."""
    running = set()
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state not in "ZX":
            running.add(pid)
    return running


def within(seconds: float) -> Iterator[None]:
    """Give turns until the time is up."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        yield
        time.sleep(0.05)


def mounts() -> list[str]:
    """Return what is mounted on this machine, as this process sees it."""
    return sorted(Path("/proc/self/mounts").read_text().splitlines())


def workers_of(pid: int) -> list[int]:
    """Wait until the driver has workers, and return them.

    They are its children that are not bubblewrap and stay so: one that is about to become it does not count.
    """
    for _ in within(60):
        found = _other_children(pid)
        time.sleep(0.3)
        if found & _other_children(pid):
            return sorted(found & _other_children(pid))
    raise AssertionError(f"{pid} never had workers")


def _other_children(pid: int) -> set[int]:
    return {child for child in family(pid) - {pid} if parent(child) == pid and not is_zygote(child)}


def parent(pid: int) -> int:
    """Return the parent of a process, 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def is_zygote(pid: int) -> bool:
    """Whether a process is bubblewrap, which runs the zygotes."""
    try:
        return b"bwrap" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return True


def test_a_batch_leaves_nothing(course: Path) -> None:
    """No process, no mount, and in the course's folder the report and our state alone."""
    before, files = mounts(), {path.name for path in course.iterdir()}
    process = start(course)
    workers_of(process.pid)
    seen = family(process.pid)
    assert process.wait(120) == 0
    assert not alive(seen)
    assert mounts() == before
    assert {path.name for path in course.iterdir()} - files == {"report.json", ".autograder"}


@pytest.mark.parametrize("moment", [0.3, 1.5, 4.0, 6.0])
def test_killed_at_any_moment_it_takes_everything_along(course: Path, moment: float) -> None:
    """`kill -9` of the driver ends every process, and the next run grades everybody."""
    process = start(course)
    time.sleep(moment)
    seen = family(process.pid)
    process.kill()
    process.wait()
    for _ in within(10):
        if not alive(seen):
            break
    assert not alive(seen)
    again = start(course)
    assert again.wait(120) == 0
    report = json.loads((course / "report.json").read_text())
    assert [item["score"] for item in report["submissions"]] == [18.0] * STUDENTS


def test_a_killed_worker_costs_nothing_but_time(course: Path) -> None:
    """Its submission is graded by another one."""
    process = start(course)
    time.sleep(0.2)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    assert process.wait(120) == 0
    report = json.loads((course / "report.json").read_text())
    assert [item["score"] for item in report["submissions"]] == [18.0] * STUDENTS
