"""`autograder try`: one answer in a child process with limits."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from autograder import attempt, cli
from autograder.answers import run_answer
from autograder.capture import Capture
from autograder.judge import judge_here
from autograder.sandbox.isolation import findings
from autograder.verdict import Kind
from course import catalog
from tests.autograder import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from course.exercise import Exercise

WALLS = all(item.there for item in findings())


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with the tiny exercise alone."""
    tiny.write(tmp_path)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """The tiny exercise."""
    return tiny.exercise(tmp_path)


def kinds(exercise: Exercise, answer: str) -> list[Kind]:
    """Return how each check ended."""
    return [verdict.kind for verdict in attempt.attempt(exercise, answer).verdicts]


def invoke(answer: str, *options: str) -> tuple[int, Any]:
    """Run the command with an answer on standard input; returns exit code and JSON."""
    done = CliRunner().invoke(cli.app, ["try", "halve", "-", "--json", *options], input=answer)
    return done.exit_code, json.loads(done.stdout)


def test_a_right_answer_is_exit_code_0(course: Path) -> None:
    """Only an answer that passes everything is."""
    code, found = invoke("def halve(x):\n    return np.asarray(x) / 2.0")
    assert code == 0
    assert (found["exercise"], found["points"], found["max"], found["diagnosis"]) == ("halve", 2, 2, None)
    assert found["verdicts"][1] == {
        "check": "the example", "hidden": False, "verdict": "passed", "points": 1, "message": "",
    }  # fmt: skip


def test_a_wrong_answer_is_exit_code_1_and_diagnosed(course: Path) -> None:
    """The misconception and its remedy are in the JSON."""
    code, found = invoke("def halve(x):\n    return np.add(x, x) * 1.0")
    assert code == 1
    assert found["diagnosis"] == {"name": "doubles", "remedy": "Twice is not half: divide by two."}


def test_a_file_can_be_tried(course: Path) -> None:
    """The answer may stand in a file; without --json the card is printed."""
    (course / "mine.py").write_text("def halve(x):\n    return np.array(x)\n")
    done = CliRunner().invoke(cli.app, ["try", "halve", str(course / "mine.py")])
    assert done.exit_code == 1
    assert "gave [4. 6.]" in done.stdout


def test_a_file_that_is_not_there_is_a_usage_error(course: Path) -> None:
    """Exit code 2 and the name."""
    done = CliRunner().invoke(cli.app, ["try", "halve", "nowhere.py"])
    assert done.exit_code == 2


def test_an_endless_loop_is_stopped(exercise: Exercise) -> None:
    """The child is killed when its limit is over; each further check gets a moment in a new child."""
    assert kinds(exercise, "def halve(x):\n    while True: pass")[0] is Kind.TIMEOUT


def test_a_loop_at_the_top_of_the_cell_is_stopped(exercise: Exercise) -> None:
    """A cell that never ends is the answer's failure, in seconds."""
    assert kinds(exercise, "while True:\n    pass")[0] is Kind.TIMEOUT


def test_a_child_that_dies_fails_that_check_alone(exercise: Exercise) -> None:
    """`os._exit` costs the checks that meet it, and the next check starts a new child."""
    answer = "def halve(x):\n    import os\n    if x.ndim == 1 and x.flags.writeable and x[0] == 4: os._exit(3)\n    return x / 2"
    assert kinds(exercise, answer) == [Kind.FAILED, Kind.BLOCKED, Kind.BLOCKED]


def test_a_cell_that_raises_is_told_with_its_line(exercise: Exercise) -> None:
    """A syntax error or an exception at the top belongs to the learner, with their line."""
    verdicts = attempt.attempt(exercise, "y = 1\nx = undefined\ndef halve(x): return x").verdicts
    assert verdicts[0].kind is Kind.RAISED
    assert verdicts[0].raised is not None
    assert verdicts[0].raised.lines[-1].text == "x = undefined"


def test_a_syntax_error_is_told(exercise: Exercise) -> None:
    """A cell that does not compile has a verdict like any other."""
    verdict = attempt.attempt(exercise, "def halve(x:\n    return").verdicts[0]
    assert verdict.kind is Kind.RAISED
    assert "SyntaxError" in verdict.message


def test_a_flood_of_output_does_no_harm(exercise: Exercise) -> None:
    """What an answer prints never reaches the pipe that carries the messages."""
    answer = "import os, sys\ndef halve(x):\n    os.write(1, b'x' * 100_000); print('y' * 100_000)\n    return x / 2"
    assert kinds(exercise, answer) == [Kind.PASSED] * 3


def test_too_much_memory_is_a_verdict(exercise: Exercise) -> None:
    """An allocation beyond the child's limit is `memory`, not a crash."""
    assert (
        kinds(exercise, "def halve(x):\n    return np.ones((200_000, 200_000)) + x.sum()")[0] is Kind.MEMORY
    )


def test_an_exercise_whose_extra_is_absent_is_unavailable(tmp_path: Path) -> None:
    """A missing extra says so and is never `failed`."""
    exercise = tiny.exercise(tmp_path, ("# limit: 1\n", "# limit: 1\n# requires: [spark]\n"))
    assert kinds(exercise, "def halve(x): return x") == [Kind.UNAVAILABLE] * 3


def test_a_check_that_fails_on_the_reference_is_our_fault(tmp_path: Path) -> None:
    """An author's error is never shown to a learner as theirs: neither a wrong assert nor a check that crashes."""
    for wrong in ("assert close(out, [7.0, 7.0])", "1 / 0 ; assert close(out, [2.0, 3.0])"):
        exercise = tiny.exercise(tmp_path, ("assert close(out, [2.0, 3.0])", wrong))
        result = attempt.attempt(exercise, "def halve(x):\n    return np.array([2.0, 4.0])")
        assert result.verdicts[1].kind is Kind.BROKEN
        assert result.our_fault


def test_a_banned_loop_is_the_answers_failure(tmp_path: Path) -> None:
    """What the source of an answer mentions is compared with the reference's own source, not with the file."""
    ban = (
        "pure(halve, np.array([4.0, 6.0]))",
        'pure(halve, np.array([4.0, 6.0]))\nassert not mentions("for"), "no loops."',
    )
    answer = "def halve(x):\n    return np.array([v / 2 for v in x])"
    assert kinds(tiny.exercise(tmp_path, ban), answer)[0] is Kind.FAILED


@pytest.mark.parametrize(
    ("answer", "banned"),
    [
        ("import bisect\ndef halve(x):\n    bisect.bisect([1], 1)\n    return x / 2", True),
        ("from bisect import bisect as find\ndef halve(x):\n    return x / 2", True),
        ("def bisect(x):\n    return x / 2\ndef halve(x):\n    return bisect(x)", False),
        ("class Half:\n    def __init__(self, x):\n        self.bisect = x / 2\ndef halve(x):\n    return Half(x).__dict__['bisect']", False),
    ],
)  # fmt: skip
def test_a_name_of_the_answers_own_is_not_banned(tmp_path: Path, answer: str, *, banned: bool) -> None:
    """What a text defines itself is not what the ban means, whatever its name."""
    ban = (
        "pure(halve, np.array([4.0, 6.0]))",
        'pure(halve, np.array([4.0, 6.0]))\nassert not mentions("bisect", ".bisect"), "no bisect."',
    )
    assert (kinds(tiny.exercise(tmp_path, ban), answer)[0] is Kind.FAILED) == banned


def test_a_raised_recursion_limit_goes_no_further_than_its_check(tmp_path: Path) -> None:
    """An answer may raise it for itself; with a high one, deep nesting would end this process later."""
    exercise = tiny.exercise(tmp_path)
    capture, before = Capture(), sys.getrecursionlimit()
    with capture.active():
        answer = "import sys\ndef halve(x):\n    sys.setrecursionlimit(10**6)\n    return x / 2"
        judged = judge_here(exercise, run_answer(exercise, answer), capture)

    assert judged.passed
    assert sys.getrecursionlimit() == before


def test_an_answer_computes_to_the_last_bit_as_in_a_notebook(
    exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this machine sets to choose among a library's routines holds in the sandbox; nothing else does."""
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Nehalem")
    monkeypatch.setenv("SOMEBODYS_PASSWORD", "secret")
    answer = "def halve(x):\n    import os\n    raise ValueError(sorted(os.environ.items()))"
    (message, *_) = (verdict.message for verdict in attempt.attempt(exercise, answer).verdicts)

    assert "('OPENBLAS_CORETYPE', 'Nehalem')" in message
    assert ("secret" in message) is not WALLS
