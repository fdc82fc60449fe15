"""The traces of the reference and of every misconception, with which an answer's failure is compared.

They depend on the exercise, the salt and the libraries, never on the learner. Whoever is trusted computes
them on the spot; a learner's kernel asks a child process once (nothing dangerous runs in the kernel) and
keeps what it said in the user's cache folder, which may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.threads import one_thread_environment
from autograder.trace import Trace
from autograder.verdict import Diagnosis, Kind

if TYPE_CHECKING:
    from collections.abc import Container

    from autograder.judge import Judged
    from course.exercise import Answer, Exercise

WAIT_SECONDS = 8.0
"""How long a failed check waits for traces that nobody computed before."""
CHILD_SECONDS = 120.0
KEEP_SECONDS = 7 * 24 * 3600.0
"""How long traces of earlier versions stay: another environment may still use them."""

Traces = dict[str, Trace]


@dataclass(frozen=True, slots=True)
class Known:
    """Traces of the answers that an exercise brings along, at one salt."""

    reference: Traces
    misconceptions: dict[str, Traces]

    def diagnose(self, exercise: Exercise, traces: Traces) -> Diagnosis | None:
        """Return the misconception that explains these traces, if one alone does."""
        from autograder.diagnose import diagnose

        name = diagnose(traces, self.reference, self.misconceptions)
        remedy = next((m.remedy for m in exercise.misconceptions if m.name == name), None)
        return Diagnosis(name, remedy or "") if name else None


def compute(exercise: Exercise, salt: int) -> Known:
    """Judge the reference and every misconception in this process."""
    reference = _judged(exercise, exercise.reference, salt)
    sound = reference.passing
    wrong = {answer.name: _judged(exercise, answer, salt, sound) for answer in exercise.misconceptions}
    return Known(reference.traces, {name: judged.traces for name, judged in wrong.items()})


def _judged(exercise: Exercise, answer: Answer, salt: int, sound: Container[str] | None = None) -> Judged:
    """Judge an answer of ours: the reference, or one of which `sound` says what the reference passes."""
    from autograder.answers import run_answer
    from autograder.capture import Capture
    from autograder.judge import Judged, judge_here

    capture = Capture()
    with capture.active():
        try:
            namespace = run_answer(exercise, answer.text)
        except Exception:  # noqa: BLE001 -- `verify` reports an answer of ours that does not run
            return Judged()
        return judge_here(exercise, namespace, capture, salt, sound=sound)


def from_cache(exercise: Exercise, salt: int, folder: Path | None = None) -> Known | None:
    """Return what the cache holds, else None; the user's cache where no folder is named."""
    try:
        return from_json(json.loads(_cache_file(exercise, salt, folder).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


_children: dict[Path, subprocess.Popen[bytes]] = {}
"""Children started by this process, by the file that they fill: one each, however often is checked."""


def begin(exercise: Exercise, salt: int) -> None:
    """Start a child that fills the cache, unless it is filled or one was started already."""
    file = _cache_file(exercise, salt)
    if file in _children or file.exists():
        return
    quiet: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    command = [sys.executable, "-m", "autograder.known", str(exercise.path), str(salt)]
    with contextlib.suppress(OSError):
        _children[file] = subprocess.Popen[bytes](command, env=one_thread_environment(), **quiet)


def await_known(exercise: Exercise, salt: int) -> Known | None:
    """Return the traces, waiting once a while for the child that computes them."""
    child = _children.get(_cache_file(exercise, salt))
    if child is not None and child.poll() is None and not _waited_for(child):
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(WAIT_SECONDS)
    return from_cache(exercise, salt)


_waited: set[int] = set()


def _waited_for(child: subprocess.Popen[bytes]) -> bool:
    """Whether a learner already waited for this child; from then on it may take its time."""
    known_before = child.pid in _waited
    _waited.add(child.pid)
    return known_before


def write_cache(exercise: Exercise, salt: int, known: Known, folder: Path | None = None) -> None:
    """Keep what was computed; a cache folder that cannot be written is no error."""
    data = as_json(known)
    file = _cache_file(exercise, salt, folder)
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(data), encoding="utf-8")
        partial.replace(file)
        for older in file.parent.glob(f"{exercise.id}-*.json"):
            if older != file and older.stat().st_mtime < time.time() - KEEP_SECONDS:
                older.unlink()
    except OSError:
        return


def as_json(known: Known) -> dict[str, Any]:
    """Return the traces as plain data."""
    return {
        "reference": _plain(known.reference),
        "misconceptions": {name: _plain(traces) for name, traces in known.misconceptions.items()},
    }


def from_json(data: dict[str, Any]) -> Known:
    """Read what `as_json` made."""
    misconceptions = {name: read_traces(traces) for name, traces in data["misconceptions"].items()}
    return Known(read_traces(data["reference"]), misconceptions)


def _plain(traces: Traces) -> dict[str, Any]:
    return {check: trace.as_json() for check, trace in traces.items()}


def read_traces(data: dict[str, Any]) -> Traces:
    """Read the traces of one answer."""
    return {
        check: Trace(exact, rounded, Kind(kind) if kind else None, line, message)
        for check, (exact, rounded, kind, line, message) in data.items()
    }


def _cache_file(exercise: Exercise, salt: int, folder: Path | None = None) -> Path:
    from platformdirs import user_cache_dir

    answers = "\0".join(answer.name + "\0" + answer.text for answer in exercise.misconceptions)
    key = hashlib.sha256("\0".join((exercise.digest, answers, str(salt), _machinery())).encode()).hexdigest()[
        :24
    ]
    return (folder or Path(user_cache_dir("mle-course")) / "traces") / f"{exercise.id}-{key}.json"


@cache
def _machinery() -> str:
    """Fingerprint of what else decides a trace: our own code, Python, NumPy."""
    import numpy as np

    state = hashlib.sha256(f"{platform.python_version()} {np.__version__} {platform.machine()}".encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        state.update(file.read_bytes())
    return state.hexdigest()


def main() -> None:
    """Fill the cache for one content file, or for all of them: `python -m autograder.known [FILE SALT]`."""
    import threading

    from course.catalog import load_all, load_file

    watchdog = threading.Timer(CHILD_SECONDS * (1 if len(sys.argv) > 1 else 30), os._exit, (1,))
    watchdog.daemon = True
    watchdog.start()
    chosen = [load_file(Path(sys.argv[1]))] if len(sys.argv) > 1 else load_all()
    salt = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for exercise in chosen:
        if from_cache(exercise, salt) is None:
            write_cache(exercise, salt, compute(exercise, salt))


if __name__ == "__main__":
    main()
