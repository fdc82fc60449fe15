"""`autograder verify`: each gate finds the exercise that breaks it, and a good exercise passes all."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import psutil
import pytest
from typer.testing import CliRunner

from autograder import cli, verify
from course import catalog
from tests.autograder import tiny

if TYPE_CHECKING:
    from pathlib import Path

SALTS = [0, 7]


def problems(folder: Path, *changes: tuple[str, str]) -> str:
    """Return what verify says of the tiny exercise with these changes."""
    exercise = tiny.exercise(folder, *changes)
    proof = verify.prove(exercise, SALTS)
    return "\n".join(verify.judged_by_gates(exercise, proof).problems)


def test_a_good_exercise_has_no_problem(tmp_path: Path) -> None:
    """Reference, alternatives, trivial and wrong answers all do what they should."""
    assert problems(tmp_path) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("np.float64) / 2\n", "np.float64) / 3\n"), "reference “reference” does not pass"),
        (("0.5 * value", "0.4 * value"), "alternative “item by item” does not pass"),
        (("return np.asarray(x) * 2.0", "return np.asarray(x) / 2.0"), "passes everything"),
        (('fails="any numbers"', 'fails="the example"'), "does not fail “the example” at every salt"),
        (("return np.asarray(x) * 2.0", "return np.asarray(x) / 2.0 if np.ndim(x) == 1 else x"), "does not fail “the example”"),
        (("assert close(out, [2.0, 3.0])", "assert True"), "trivial “none” earns 1 points"),
        (("assert close(out, x / 2)", "assert np.ndim(out) == 2"), "hidden check “any numbers” is failed by no misconception"),
        (("out = halve(x)\n", "out = halve(x); np.shares_memory(x, x)\n"), "uses shares_memory, which shows nothing on copies"),
        (("range(5)", "range(600)"), "crosses 600 times"),
        (("    result = np.empty(np.shape(x))\n    for place, value in np.ndenumerate(x):\n        result[place] = 0.5 * value\n    return result",
          "    return np.asarray(x, dtype=float) / 2.0"), "is built like “reference”"),
        (("    x /= 2\n    return x", "    return np.asarray(x) * 2.0"), "does not fail “leaves x alone”"),
        (("return np.asarray(x) * 2.0", "return undefined_name(x)"), ""),
    ],
)  # fmt: skip
def test_a_broken_gate_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """What an author got wrong is said in words that lead to the place."""
    assert said in problems(tmp_path, change)


def test_random_checks_are_tried_at_every_salt(tmp_path: Path) -> None:
    """A check that rejects the reference at some salts only is found, with the salt."""
    change = ("assert close(out, x / 2)", "assert close(out, x / 2) and x[0, 0] > -0.5")
    assert "reference “reference” does not pass “any numbers” at salt" in problems(tmp_path, change)


def test_two_misconceptions_that_nothing_tells_apart_are_undiagnosed(tmp_path: Path) -> None:
    """A tie names nobody, and verify counts it."""
    twin = '\n# %% role="misconception" name="adds itself" fails="the example"\n# Adding is not halving.\ndef halve(x):\n    return np.asarray(x) + np.asarray(x) + 0.0\n'
    exercise = tiny.exercise(
        tmp_path,
        ('\n# %% role="misconception" name="in place"', twin + '\n# %% role="misconception" name="in place"'),
    )
    found = verify.judged_by_gates(exercise, verify.prove(exercise, SALTS))
    assert found.undiagnosed == ("doubles", "adds itself")
    assert verify.undiagnosed_beyond_tolerance([found]) == [
        "halve: “doubles” is not diagnosed as itself at salt 0",
        "halve: “adds itself” is not diagnosed as itself at salt 0",
    ]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the tiny exercise alone."""
    tiny.write(tmp_path)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path


def test_the_command_writes_what_it_found(course: Path) -> None:
    """The JSON has every field that tools rely on."""
    file = course / "verified.json"
    done = CliRunner().invoke(cli.app, ["verify", "halve", "--salts", "1", "--json", str(file)])
    assert done.exit_code == 0, done.output
    (found,) = json.loads(file.read_text())["exercises"]
    assert found["misconceptions"]["doubles"] == {
        "failed": True, "points": 0, "failed_checks": ["the example", "any numbers"], "diagnosed_as": "doubles",
    }  # fmt: skip
    assert found["trivial"] == {name: {"points": 0} for name in ("starter", "none", "constant", "identity")}
    assert (found["reference"], found["alternatives"]) == ("passed", {"item by item": "passed"})
    assert (found["points"], found["sealed_points"], found["hidden_checks_without_killer"]) == (2, 2, [])


def test_the_command_fails_where_a_gate_does(course: Path) -> None:
    """A broken gate is exit code 1 and a sentence with the file."""
    tiny.write(course, ("0.5 * value", "0.4 * value"))
    done = CliRunner().invoke(cli.app, ["verify", "--salts", "0"])
    assert done.exit_code == 1
    assert "e1_halve.py" in done.output
    assert "alternative “item by item” does not pass" in " ".join(done.output.split())


def test_nothing_outlives_a_command_that_is_killed() -> None:
    """Workers end with the command, also where it cannot tell them to."""
    words = [sys.executable, "-m", "autograder", "verify", "is_balanced", "--salts", "200", "--jobs", "2"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as command:
        while command.poll() is None and len(psutil.Process(command.pid).children()) < 3:
            time.sleep(0.05)
        command.kill()
        command.communicate(timeout=30)  # its output ends with the last process that could write to it
    assert command.returncode == -signal.SIGKILL
