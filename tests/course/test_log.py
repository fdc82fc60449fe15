"""The progress log survives what computers do: crashes, full disks, two kernels, other versions."""

from __future__ import annotations

import errno
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from course import locking, log, workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace as the working directory, and a data folder of its own."""
    monkeypatch.setenv("MLE_COURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    inside = tmp_path / "work" / "01_arrays"
    inside.mkdir(parents=True)
    (tmp_path / "work" / workspace.MARKER).write_text("{}")
    monkeypatch.chdir(inside)
    return tmp_path


def log_file() -> Path:
    """Return the one file of this device."""
    (path,) = log.folder().glob("*.jsonl")
    return path


def lines() -> list[dict[str, Any]]:
    """Return what the file holds, line by line."""
    return [json.loads(line) for line in log_file().read_text().splitlines()]


def numbers() -> list[Any]:
    """Return the field `n` of every record that can be read."""
    return [record.data["n"] for record in log.read_all().records]


def test_a_record_says_what_happened_when_and_where(here: Path) -> None:
    """Each line carries version, id, device, place, UTC time and kind, then the fields of its kind."""
    assert log.record("hint", exercise="pca", number=2) is None
    assert log.record("hint", exercise="pca", number=3) is None

    first, second = lines()
    assert list(first) == ["v", "id", "device", "seq", "t", "kind", "exercise", "number"]
    assert (first["v"], first["kind"], first["number"], first["t"][-1]) == (1, "hint", 2, "Z")
    assert (first["seq"], second["seq"]) == (1, 2)
    assert first["device"] == second["device"] == log_file().stem
    assert first["id"] != second["id"]


def test_a_record_never_names_the_person_or_the_machine(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the user's name nor the host's gets into a line or a file name."""
    monkeypatch.setenv("USER", "ada-lovelace")
    monkeypatch.setenv("HOSTNAME", "analytical-engine")
    log.record("hint", exercise="pca", number=1)

    written = log_file().name + log_file().read_text()
    assert [name for name in ("ada-lovelace", "analytical-engine", platform.node()) if name in written] == []


def test_nothing_is_recorded_outside_a_workspace(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook in any other folder leaves no trace, and no complaint."""
    monkeypatch.chdir(here)

    assert not log.in_workspace()
    assert log.record("hint", number=1) is None
    assert not log.home().exists()


@pytest.mark.parametrize("execution", ["autograde", "validate"])
def test_nothing_is_recorded_while_nbgrader_runs_the_cell(
    here: Path, monkeypatch: pytest.MonkeyPatch, execution: str
) -> None:
    """Nbgrader says that it executes a notebook; that is never a learner's attempt."""
    assert log.in_workspace()
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)

    assert log.record("attempt", n=1) is None
    assert not log.home().exists()


def test_a_test_never_writes_to_the_persons_own_log(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under pytest a record needs a data folder that was named on purpose."""
    monkeypatch.delenv("MLE_COURSE_HOME")

    assert not log.in_workspace()


def test_a_workspace_is_what_course_init_makes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log and `course init` mean the same marker file and the same project."""
    assert (log.MARKER, log.PROJECT) == (workspace.MARKER, workspace.PROJECT)
    for place in (here, here / "work", here / "work" / "01_arrays"):
        monkeypatch.chdir(place)
        assert log.in_workspace() == (workspace.locate(place) is not None)


def test_a_working_directory_that_was_deleted_is_no_workspace(here: Path) -> None:
    """A learner who deletes the folder under a kernel gets an answer, not an error of ours."""
    Path.cwd().rmdir()

    assert log.record("hint", number=1) is None


def test_machines_that_share_the_folder_write_files_of_their_own(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Synchronising the data folder never meets two versions of one file, and the logs unite by themselves."""
    log.record("attempt", n="laptop")
    monkeypatch.setenv("XDG_STATE_HOME", str(here / "state of the desktop"))
    log.record("attempt", n="desktop")

    assert len([*log.folder().glob("*.jsonl")]) == 2
    assert sorted(numbers()) == ["desktop", "laptop"]


def test_a_device_keeps_its_name_where_the_state_folder_cannot_be_written(here: Path) -> None:
    """A container with a read-only home and a data volume has one file, not one for each record."""
    (here / "state").write_text("in the way")

    assert [log.record("attempt", n=n) for n in range(3)] == [None] * 3
    assert [line["seq"] for line in lines()] == [1, 2, 3]


WRITER = "from course import log\nfor n in range(40): assert log.record('attempt', n=n) is None"


def test_two_kernels_at_once_lose_nothing(here: Path) -> None:
    """Two processes that append at the same time leave whole lines, numbered without a gap."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    kernels = [subprocess.Popen([sys.executable, "-c", WRITER], env=environment) for _ in range(2)]

    assert [kernel.wait(timeout=60) for kernel in kernels] == [0, 0]
    assert [line["seq"] for line in lines()] == list(range(1, 81))
    assert sorted(numbers()) == sorted([*range(40), *range(40)])


def test_a_lock_that_is_never_given_back_does_not_hang_a_check(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program that holds the lock costs a bounded wait and leads to a sentence."""
    monkeypatch.setattr(locking, "WAIT_SECONDS", 0.05)
    log.record("attempt", n=1)
    with locking.locked(log.folder() / ".lock"):
        sentence = log.record("attempt", n=2)

    assert "another program has held .lock" in str(sentence)
    assert log.record("attempt", n=3) is None
    assert numbers() == [1, 3]


def test_a_lock_works_without_fcntl(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Windows' way of locking is all there is, it is asked to lock and to unlock the same byte."""
    calls: list[int] = []

    class Msvcrt:
        LK_NBLCK, LK_UNLCK = 2, 0

        @staticmethod
        def locking(_descriptor: int, mode: int, count: int) -> None:
            assert count == 1
            calls.append(mode)

    monkeypatch.setattr(locking, "fcntl", None)
    monkeypatch.setattr(locking, "msvcrt", Msvcrt)

    assert log.record("attempt", n=1) is None
    assert calls == [Msvcrt.LK_NBLCK, Msvcrt.LK_UNLCK]


def test_a_folder_that_knows_no_locks_is_written_all_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network folders refuse to lock; the log is kept there, too."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking.fcntl, "flock", refuse)

    assert log.record("attempt", n=1) is None
    assert numbers() == [1]


def test_a_torn_last_line_costs_that_line_alone(here: Path) -> None:
    """A crash in the middle of a write is reported with its place; earlier and later records are read."""
    log.record("attempt", n=1)
    with log_file().open("ab") as file:
        file.write(b'{"v":1,"id":"torn","dev')
    found = log.read_all()
    assert [record.data["n"] for record in found.records] == [1]
    assert found.problems == (f"{log_file()}:2: an incomplete line; it was left out",)

    log.record("attempt", n=2)

    assert numbers() == [1, 2]
    assert [record.seq for record in log.read_all().records] == [1, 2]


ONE = b'{"id":"a","kind":"k","device":"d","t":"2026-03-02","seq":1}'


@pytest.mark.parametrize(
    "noise",
    [
        *(b"\x00\xff\xfe\n", b"[1, 2]\n", b'"text"\n', b"[" * 100_000 + b"\n", b'{"v": 1}\n'),
        b"%s,%s\n" % (ONE, ONE.replace(b"a", b"b", 1)),
    ],
)
def test_noise_in_a_file_is_left_out_and_reported(here: Path, noise: bytes) -> None:
    """Whatever damaged a file, the rest of it is read and the file stays as it is."""
    log.record("attempt", n=1)
    with log_file().open("ab") as file:
        file.write(noise)
    before = log_file().read_bytes()

    found = log.read_all()

    assert [record.data["n"] for record in found.records] == [1]
    assert len(found.problems) == 1
    assert log_file().read_bytes() == before


FULL_DISK = """
import resource, sys
from course import log
assert log.record("attempt", n=1) is None
size = next(log.folder().glob("*.jsonl")).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
sentence = log.record("attempt", n=2)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert log.record("attempt", n=3) is None
print(sentence)
"""


def test_a_full_disk_is_a_sentence_for_the_learner(here: Path) -> None:
    """Half a line may stay behind; the learner is told, and the next record begins on a line of its own."""
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert "could not be kept in your progress log" in done.stdout
    assert "disk is full" in done.stdout
    assert numbers() == [1, 3]


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_place_that_refuses_is_a_sentence_for_the_learner(
    here: Path, monkeypatch: pytest.MonkeyPatch, problem: int
) -> None:
    """No space, a read-only home or missing rights never raise into a check; the reason and place are named."""

    def refuse(*_: object) -> None:
        raise OSError(problem, os.strerror(problem))

    monkeypatch.setattr(os, "write", refuse)
    sentence = log.record("attempt", n=1)

    assert os.strerror(problem) in str(sentence)
    assert str(log.folder()) in str(sentence)


def test_a_home_that_cannot_be_made_is_a_sentence_for_the_learner(here: Path) -> None:
    """A file where the data folder should be is told like any other refusal, for writing and for reading."""
    log.home().write_text("in the way")

    assert str(log.folder()) in str(log.record("attempt", n=1))
    assert log.read_all().records == ()
    assert len(log.read_all().problems) == 1


def test_what_is_no_data_is_a_sentence_too(here: Path) -> None:
    """A mistake of ours in a record does not break a learner's check."""
    assert "progress log" in str(log.record("attempt", n=object()))
    assert "progress log" in str(log.record("attempt", n=float("nan")))
    assert log.read_all().records == ()


def test_records_of_a_later_version_are_kept_as_they_are(here: Path) -> None:
    """A newer course's lines are read where they can be, reported where not, and never written anew."""
    log.record("attempt", n=1)
    newer = {**lines()[0], "v": 7, "id": "newer", "seq": 2, "kind": "duel", "n": 2, "rival": {"name": "?"}}
    beyond = {"v": 9, "what": "something else"}
    with log_file().open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(newer)}\n{json.dumps(beyond)}\n")
    before = log_file().read_text()

    found = log.read_all()
    log.record("attempt", n=3)

    assert [dict(record.data) for record in found.records][-1] == newer
    assert found.problems == (
        f"{log_file()}:3: a record that this version of the course cannot read; it was left out",
    )
    assert log_file().read_text().startswith(before)
    assert numbers() == [1, 2, 3]


def test_a_log_that_does_not_exist_yet_is_empty(here: Path) -> None:
    """Before the first attempt there is nothing to read and nothing to complain about."""
    assert log.read_all() == log.Log()
