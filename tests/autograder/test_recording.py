"""What a learner does in a workspace reaches the progress log once, survives a restart, and breaks no check."""

from __future__ import annotations

import json
import linecache
import os
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jupyter_client.manager import start_new_kernel

from autograder import attempts, known, reviewing, selfcheck
from autograder.outcome import all_the_same
from autograder.recording import fingerprint, is_evidence
from autograder.verdict import Kind, Verdict
from course import catalog, log, predictions, workspace
from course.mastery import standings
from course.overview import as_json, read_overview
from tests.autograder import tiny

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.records import Record

ROOT = Path(__file__).parents[2]
WRONG = "def halve(x):\n    return np.asarray(x) * 2.0"
PARTLY = "def halve(x):\n    return np.array([2.0, 3.0])"
RIGHT = "def halve(x):\n    return np.asarray(x, dtype=float) / 2"
OTHER = "def halve(x):\n    return 0.5 * np.asarray(x, dtype=float)"
STARTER = "def halve(x):\n    raise NotImplementedError"
_numbers = count()


class Notebook:
    """A learner's notebook, in this process: cells are run, and what is shown is kept."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {}
        self.shown: list[tuple[str, str]] = []
        self.run("import numpy as np")

    def run(self, text: str) -> None:
        """Run one cell, so that its text can be found again as in a kernel."""
        name = f"<cell {next(_numbers)}>"
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        exec(compile(text, name, "exec"), self.names)  # noqa: S102 - cells of a test

    def check(self, answer: str) -> float:
        """Run an answer cell and the check below it."""
        self.run(answer)
        return selfcheck.check("halve")

    def restart(self) -> None:
        """Forget what a new kernel would not know."""
        attempts._tries.clear()
        attempts._earlier.cache_clear()
        selfcheck._last_checked.clear()
        reviewing.forget()


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    """A notebook in a workspace, with the tiny exercise for a course."""
    tiny.write(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    (work / workspace.MARKER).write_text("{}")
    monkeypatch.chdir(work)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    monkeypatch.setenv("MLE_COURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(known, "begin", lambda *_: None)
    monkeypatch.setattr(known, "await_known", lambda *_: None)
    made = Notebook()
    monkeypatch.setattr(selfcheck, "_namespace", lambda: made.names)
    monkeypatch.setattr(selfcheck, "_show", lambda html, text: made.shown.append((html, text)))
    made.restart()
    yield made
    made.restart()


def records(kind: str) -> list[Record]:
    """Return the records of one kind, in order."""
    return [record for record in log.read_all().records if record.kind == kind]


def test_an_attempt_says_what_was_tried_and_what_it_earned(notebook: Notebook) -> None:
    """Exercise, versions, score, verdicts in the order of the checks, source, time and a fingerprint."""
    assert notebook.check(PARTLY) == 1.0

    (record,) = records("attempt")
    data = {
        name: value for name, value in record.data.items() if name not in ("v", "id", "device", "seq", "t")
    }
    assert list(data) == [
        *("kind", "exercise", "exercise_version", "course_version", "score", "max"),
        *("verdicts", "diagnosis", "source", "seconds", "answer_sha"),
    ]
    assert (data["exercise"], data["exercise_version"], data["score"], data["max"]) == ("halve", 1, 1, 2)
    assert data["verdicts"] == ["passed", "passed", "failed"]
    assert (data["diagnosis"], data["source"]) == (None, "self")
    assert 0 <= data["seconds"] < 60


def test_a_record_holds_no_code_and_no_name(notebook: Notebook) -> None:
    """Nothing that a learner wrote, no path and no folder gets into the log."""
    notebook.check(
        "secret = 'Ada Lovelace'\ndef halve(my_argument):\n    # dear diary\n    return my_argument / 2.0"
    )

    (written,) = (path.read_text() for path in log.folder().glob("*.jsonl"))
    private = ("secret", "Ada", "my_argument", "diary", "return", str(Path.home()), str(Path.cwd()))
    assert [text for text in private if text in written] == []


def test_running_all_cells_again_records_nothing_new(notebook: Notebook) -> None:
    """An answer counts once, however often, and with whatever layout and comments, it is checked."""
    for _ in range(3):
        notebook.check(WRONG)
        notebook.check(f"# once more\n{WRONG}  # twice\n\n")

    assert [record.number("score") for record in records("attempt")] == [0]


def test_every_new_answer_is_an_attempt(notebook: Notebook) -> None:
    """What a learner changed is recorded, and an earlier answer that comes back is not."""
    for answer in (WRONG, PARTLY, RIGHT, WRONG, OTHER, RIGHT):
        notebook.check(answer)

    assert [record.number("score") for record in records("attempt")] == [0, 1, 2, 2]


def test_the_starter_is_no_attempt(notebook: Notebook) -> None:
    """Opening a notebook and running all of it leaves no failures behind."""
    notebook.check(STARTER)

    assert records("attempt") == []


def test_a_restart_records_nothing_twice(notebook: Notebook) -> None:
    """A new kernel knows from the log what was recorded before."""
    notebook.check(RIGHT)
    notebook.restart()
    notebook.check(RIGHT)
    notebook.check(WRONG)

    assert [record.number("score") for record in records("attempt")] == [2, 0]


def test_a_better_score_of_the_same_answer_is_recorded(notebook: Notebook) -> None:
    """A check that ran out of time in a slow moment does not stand for ever."""
    so_far = attempts.tries("halve")
    so_far.log(1, fingerprint(RIGHT), 1)
    notebook.check(RIGHT)

    assert [record.number("score") for record in records("attempt")] == [2]


def test_hints_go_on_after_a_restart(notebook: Notebook) -> None:
    """The second hint still needs a new attempt, and then it is the second one."""
    selfcheck.hint("halve")
    selfcheck.hint("halve")
    notebook.restart()
    selfcheck.hint("halve")
    assert "Hint 1 of 3" in notebook.shown[-1][1]
    notebook.check(WRONG)
    notebook.restart()
    selfcheck.hint("halve")

    assert "Hint 2 of 3" in notebook.shown[-1][1]
    assert [record.number("number") for record in records("hint")] == [1, 2]


def test_honest_attempts_count_across_restarts(notebook: Notebook) -> None:
    """Three attempts open the solution, wherever the kernel was restarted between them."""
    for answer in (WRONG, PARTLY, "def halve(x):\n    return 1 / 0"):
        notebook.restart()
        selfcheck.solution("halve")
        assert "Not yet" in notebook.shown[-1][1]
        notebook.check(answer)
    notebook.restart()
    selfcheck.solution("halve")

    assert "return np.asarray(x, dtype=np.float64) / 2" in notebook.shown[-1][1]


def test_an_opened_solution_is_recorded_once_with_its_fingerprint(notebook: Notebook) -> None:
    """Copying it earns 30 %, and whether the learner gave up is part of the record."""
    selfcheck.solution("halve", give_up=True)
    selfcheck.solution("halve", give_up=True)
    notebook.restart()
    selfcheck.solution("halve", give_up=True)
    reference = catalog.load("halve")
    notebook.check(reference.reference.text)

    (opened,) = records("solution")
    (copied,) = records("attempt")
    assert opened.data["gave_up"] is True
    assert opened.data["answer_sha"] == copied.data["answer_sha"]
    assert standings([reference], log.read_all().records)["halve"].mastery == 0.3


def test_a_solution_after_a_pass_was_not_given_up(notebook: Notebook) -> None:
    """Comparing with our solution afterwards costs nothing."""
    notebook.check(RIGHT)
    selfcheck.solution("halve")

    assert [record.data["gave_up"] for record in records("solution")] == [False]
    assert standings([catalog.load("halve")], log.read_all().records)["halve"].mastery == 1.0


def test_what_was_recorded_is_what_progress_shows(notebook: Notebook) -> None:
    """From a check to the overview: one hint, one pass."""
    selfcheck.hint("halve")
    notebook.check(RIGHT)

    found = as_json(read_overview())
    assert (found["exercises"]["halve"]["points"], found["exercises"]["halve"]["mastery"]) == (2, 0.9)
    assert found["skills"]["S025"]["mastery"] == 0.9


def test_outside_a_workspace_nothing_is_kept(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An instructor's or a visitor's notebook works the same and leaves no trace."""
    monkeypatch.chdir(tmp_path)
    selfcheck.hint("halve")

    assert notebook.check(RIGHT) == 2.0
    assert not log.home().exists()


def test_a_log_that_cannot_be_written_is_told_and_changes_no_score(notebook: Notebook) -> None:
    """Each card says it once more until it is mended; then the attempt is recorded after all."""
    log.home().write_text("in the way")
    assert notebook.check(RIGHT) == 2.0
    selfcheck.hint("halve")
    selfcheck.solution("halve")
    for html, text in notebook.shown:
        assert "could not be kept in your progress log" in " ".join(text.split())
        assert "could not be kept in your progress log" in " ".join(html.split())

    log.home().unlink()
    assert notebook.check(RIGHT) == 2.0
    selfcheck.solution("halve")

    assert [record.kind for record in log.read_all().records] == ["attempt", "solution"]
    assert "progress log" not in notebook.shown[-2][1]


def test_a_guess_in_a_lesson_is_recorded(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    """A prediction is kept by question and choice."""
    predictions.predict("axes", "Which?", {"A": "rows", "B": "columns"})
    predictions.record("axes", "B")

    (record,) = records("prediction")
    assert (record.data["question"], record.data["choice"]) == ("axes", "B")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((Kind.FAILED, Kind.BLOCKED), True),
        ((Kind.PASSED, Kind.NOT_ATTEMPTED), True),
        ((Kind.TIMEOUT, Kind.PASSED), True),
        ((Kind.NOT_ATTEMPTED, Kind.BLOCKED), False),
        ((Kind.UNAVAILABLE, Kind.UNAVAILABLE), False),
        ((Kind.PASSED, Kind.BROKEN), False),
    ],
)
def test_what_says_nothing_about_the_learner_is_not_recorded(
    tmp_path: Path, kinds: tuple[Kind, ...], *, expected: bool
) -> None:
    """A missing extra, our own fault and an untouched starter are no attempts; a part that was tried is one."""
    result = all_the_same(tiny.exercise(tmp_path), Kind.PASSED, "")

    assert (
        is_evidence(replace(result, verdicts=tuple(Verdict("a check", kind) for kind in kinds))) is expected
    )


REFUSED = """
import os
os.environ["MLE_COURSE_HOME"] = __file__ = os.path.join(os.getcwd(), "in the way")
open(__file__, "w").close()
"""
SETUP = """
import sys, pathlib
sys.path.insert(0, {root!r})
from course import catalog
catalog._PACKAGE = pathlib.Path({package!r})
import numpy as np
"""


@pytest.fixture
def kernel(tmp_path: Path) -> Iterator[Any]:
    """A live kernel in a workspace, with the tiny exercise for a course."""
    tiny.write(tmp_path)
    (tmp_path / workspace.MARKER).write_text("{}")
    places = {name: str(tmp_path / name) for name in ("MLE_COURSE_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    environment = {**os.environ, **places, "PYTHONPATH": str(ROOT)}
    manager, client = start_new_kernel(env=environment, cwd=str(tmp_path))
    run(client, SETUP.format(root=str(ROOT), package=str(tmp_path / "course")))
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client: Any, code: str) -> list[tuple[str, dict[str, Any]]]:
    """Run one cell; return what it left behind, in order."""
    found = []

    def keep(message: dict[str, Any]) -> None:
        if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
            found.append((message["msg_type"], message["content"]))

    client.execute_interactive(code, output_hook=keep, timeout=60)
    return found


def test_the_grade_cells_contract_holds_whether_or_not_the_log_can_be_written(
    kernel: Any, tmp_path: Path
) -> None:
    """Exactly one card and one float, nothing on stderr: with a record, and with the sentence instead of one."""
    for answer, setup in ((RIGHT, ""), (OTHER, REFUSED)):
        run(kernel, setup)
        run(kernel, answer)
        outputs = run(kernel, 'from autograder import check; check("halve")')

        assert [kind for kind, _ in outputs] == ["display_data", "execute_result"]
        assert outputs[1][1]["data"] == {"text/plain": "2.0"}
        assert ("could not be kept" in outputs[0][1]["data"]["text/plain"]) is bool(setup)
    (path,) = (tmp_path / "MLE_COURSE_HOME" / "log").glob("*.jsonl")
    assert [json.loads(line)["score"] for line in path.read_text().splitlines()] == [2]


REVIEW = "2026-11-21"


def reviewed(notebook: Notebook, answer: str, name: str = REVIEW) -> str:
    """Run an answer and the check cell of a review's notebook; return the card."""
    notebook.run(answer)
    selfcheck.check("halve", review=name)
    return notebook.shown[-1][1]


def test_a_pass_in_a_review_is_a_review_and_no_attempt(notebook: Notebook) -> None:
    """It names the review and its hints, and running all cells again adds nothing."""
    notebook.check(RIGHT)
    card = reviewed(notebook, RIGHT)
    reviewed(notebook, RIGHT)
    notebook.restart()
    reviewed(notebook, RIGHT)

    (record,) = records("review")
    assert (record.text("review"), record.number("hints"), record.number("score")) == (REVIEW, 0, 2)
    assert len(records("attempt")) == 1
    assert "Review passed" in card
    assert "The next one comes up tomorrow" in card


def test_a_review_has_new_inputs_and_the_same_ones_each_time(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a failure repeats while the learner works on it, and no old result is of use."""
    salts = []
    real = selfcheck._judge
    monkeypatch.setattr(selfcheck, "_judge", lambda *of: salts.append(of[2]) or real(*of))
    notebook.check(WRONG)
    for name in (REVIEW, REVIEW, "2026-11-22"):
        reviewed(notebook, WRONG, name)

    assert salts[0] == 0
    assert salts[1] == salts[2]
    assert len({*salts}) == 3


def test_a_review_that_fails_takes_nothing_away(notebook: Notebook) -> None:
    """Points stay, the card says so, and the reminder stays."""
    notebook.check(RIGHT)
    before = standings([catalog.load("halve")], log.read_all().records)["halve"]
    card = reviewed(notebook, WRONG)
    after = standings([catalog.load("halve")], log.read_all().records)["halve"]

    assert (after.points, after.mastery, after.review_due) == (2, 1, before.review_due)
    assert "Nothing is lost" in card
    assert [record.number("score") for record in records("review")] == [0]


def test_hints_and_solution_of_a_review_begin_anew(notebook: Notebook) -> None:
    """The first hint comes again, the solution is shut although the exercise was passed, and both are the review's."""
    notebook.check(RIGHT)
    reviewed(notebook, WRONG)
    selfcheck.solution()
    assert "Not yet" in notebook.shown[-1][1]
    selfcheck.hint()
    assert "Hint 1 of 3" in notebook.shown[-1][1]
    reviewed(notebook, RIGHT)

    assert [record.text("review") for record in records("hint")] == [REVIEW]
    assert records("review")[-1].number("hints") == 1
    assert standings([catalog.load("halve")], log.read_all().records)["halve"].hints == 0


def test_a_hint_in_a_reviews_notebook_is_the_reviews_before_any_check(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new kernel of that notebook has checked nothing yet; another notebook's kernel helps as ever."""
    notebook.check(RIGHT)
    for folder, name in (("reviews", f"{REVIEW}-halve"), ("mine", f"{REVIEW}-halve"), ("reviews", "notes")):
        notebook.restart()
        monkeypatch.setenv("JPY_SESSION_NAME", str(Path.cwd() / folder / f"{name}.ipynb"))
        selfcheck.hint("halve")

    assert [record.text("review") for record in records("hint")] == [REVIEW, ""]
    notebook.restart()
    assert "Review passed" in reviewed(notebook, RIGHT)
    assert records("review")[-1].number("hints") == 1


def test_the_solution_makes_a_review_practice(notebook: Notebook) -> None:
    """Opened before a pass, here or by an earlier kernel, it is told; another notebook counts again."""
    notebook.check(RIGHT)
    reviewed(notebook, WRONG)
    selfcheck.solution(give_up=True)
    assert "this was practice" in reviewed(notebook, RIGHT)
    notebook.restart()
    assert "this was practice" in reviewed(notebook, OTHER)
    assert "Review passed" in reviewed(notebook, RIGHT, "2026-11-21-2")


def test_a_look_at_the_solution_before_the_first_check_is_part_of_the_review(notebook: Notebook) -> None:
    """It opens at once for who passed before; the review in that kernel is practice, and stays so."""
    notebook.check(RIGHT)
    notebook.restart()
    selfcheck.solution("halve")
    assert "this was practice" in reviewed(notebook, RIGHT)
    notebook.restart()
    assert "this was practice" in reviewed(notebook, OTHER)
    assert standings([catalog.load("halve")], log.read_all().records)["halve"].review_due is not None


def test_comparing_after_a_review_costs_nothing(notebook: Notebook) -> None:
    """The card offers the solution after a pass; who takes the offer keeps the review."""
    notebook.check(RIGHT)
    reviewed(notebook, RIGHT)
    selfcheck.solution()

    assert "Review passed" in reviewed(notebook, RIGHT)


def test_a_review_that_repeats_an_opened_solution_says_so(notebook: Notebook) -> None:
    """The cap stays where the solution was opened first, until an answer differs."""
    selfcheck.solution("halve", give_up=True)
    notebook.restart()
    copied = reviewed(notebook, catalog.load("halve").reference.text)
    own = reviewed(notebook, OTHER, "2026-11-21-2")

    assert "is the solution that you had opened" in copied
    assert "Review passed" in own
    assert standings([catalog.load("halve")], log.read_all().records)["halve"].points == 2


def test_a_check_in_a_placement_is_an_attempt_that_says_so(notebook: Notebook) -> None:
    """Its source tells it; the same answer in the exercise's own notebook adds nothing, restarted or not."""
    notebook.run(RIGHT)
    selfcheck.check("halve", placement=True)
    notebook.restart()
    notebook.check(RIGHT)

    assert [record.text("source") for record in records("attempt")] == ["placement"]
    assert read_overview().exercises["halve"].points == 2


def test_outside_a_workspace_a_review_says_that_it_is_not_recorded(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is checked all the same."""
    monkeypatch.chdir(tmp_path)

    assert "Review: not recorded" in reviewed(notebook, RIGHT)
