"""What an instructor set for nbgrader's autograding holds here too, or is named as having no effect."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from nbconvert.preprocessors import Preprocessor
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import (
    AssignLatePenalties,
    Execute,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)  # fmt: skip
from typer.testing import CliRunner

from autograder import cli
from autograder.grading.master import Assignment, read_assignment
from autograder.grading.settings import course_folder
from autograder.grading.state import State
from autograder.grading.unheeded import UNHEEDED, unheeded
from autograder.sandbox.isolation import findings
from tests.autograder.grading import gradebook_course as pair

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("nbgrader")
MISSING = [f"{item.name}: {item.detail}" for item in findings() if not item.there]

FOLLOWED = {
    "CourseDirectory.course_id": '"another"',
    "CourseDirectory.source_directory": '"src"',
    "CourseDirectory.submitted_directory": '"in"',
    "CourseDirectory.autograded_directory": '"out"',
    "CourseDirectory.directory_structure": '"{nbgrader_step}/{assignment_id}/{student_id}"',
    "CourseDirectory.db_url": '"sqlite:///grades.db"',
    "CourseDirectory.student_id_exclude": '"mixed,nobody"',
    "CourseDirectory.ignore": '["*.log"]',
    "CourseDirectory.groupshared": "True",
    "Autograde.permissions": "640",
    "Autograde.exclude_overwriting": '{"ps": ["numbers.json"]}',
    "LateSubmissionPlugin.penalty_method": '"zero"',
    "ClearSolutions.code_stub": '{"python": "pass  # yours"}',
    "ExecutePreprocessor.timeout": "3",
}
"""Settings that one course has; each has a test below. In three further tests:
`Autograde.create_student` and `AssignLatePenalties.plugin_class` (test_gradebook_writing.py, test_gradebook.py),
and `CourseDirectory.root`."""
ELSEWHERE = {"Autograde.create_student", "AssignLatePenalties.plugin_class", "CourseDirectory.root"}
OF_OTHER_STEPS = {
    "CourseDirectory.assignment_id",  # the command's argument
    "CourseDirectory.release_directory",
    "CourseDirectory.source_with_tests_directory",
    "CourseDirectory.feedback_directory",
    "CourseDirectory.solution_directory",
    "IgnorePattern.enabled",  # without its pattern it does nothing
}
"""Settings of the same classes that have no part in autograding."""
LATE = "2026-03-01 13:00:00 UTC"
SLOW = "import time\ndef double(x):\n    time.sleep(20)\n    return 2 * x"


@pytest.fixture(scope="module")
def configured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class graded in a course where all these settings are others than usual."""
    root = tmp_path_factory.mktemp("configured")
    made = pair.make(root / "made")
    lines = [f"c.{name} = {value}" for name, value in FOLLOWED.items()]
    pair.write(root / "nbgrader_config.py", "\n".join(["c = get_config()", *lines]))
    shutil.move(made / "source", root / "src")
    pair.hand_in(made, "slow", {"double": SLOW}, None)
    for student in ("right", "mixed", "empty", "slow"):
        shutil.move(pair.submitted(made, student), root / "in" / pair.ASSIGNMENT / student)
    right, empty = (root / "in" / pair.ASSIGNMENT / student for student in ("right", "empty"))
    (right / "numbers.json").write_text("[7]")
    (right / "run.log").write_text("noise")
    (right / "timestamp.txt").write_text(LATE)
    stub = {**dict.fromkeys(pair.SOLUTIONS, "pass  # yours"), **pair.STARTERS}
    (empty / "first.ipynb").write_text(json.dumps(pair.notebook("first", stub, tests=False)))
    with Gradebook(f"sqlite:///{root / 'grades.db'}", "another") as gradebook:
        gradebook.update_or_create_assignment(pair.ASSIGNMENT, duedate=pair.DUE)
    report = root / "report.json"
    arguments = ["grade", pair.ASSIGNMENT, "--course-dir", str(root), "--json", str(report)]
    done = CliRunner().invoke(cli.app, arguments)
    assert done.exit_code == 0, done.output + repr(done.exception)
    return root


def rows(root: Path) -> dict[str, Any]:
    """Return what that course's gradebook says."""
    return pair.rows(root, f"sqlite:///{root / 'grades.db'}")


needs_walls = pytest.mark.skipif(bool(MISSING), reason="; ".join(MISSING))


@needs_walls
def test_folders_are_where_the_course_says(configured: Path) -> None:
    """Sources, submissions and graded notebooks, in the course's own order of folders."""
    graded = configured / "out" / pair.ASSIGNMENT
    assert sorted(path.name for path in graded.iterdir()) == ["empty", "right", "slow"]
    assert sorted(path.name for path in (graded / "empty").glob("*.ipynb")) == ["first.ipynb", "second.ipynb"]
    assert not (configured / "autograded").exists()


@needs_walls
def test_a_student_who_is_left_out_is_not_graded(configured: Path) -> None:
    """`student_id_exclude` is a list with commas."""
    students = {
        item["student"] for item in json.loads((configured / "report.json").read_text())["submissions"]
    }
    assert students == {"right", "empty", "slow"}


@needs_walls
def test_the_gradebook_is_where_the_course_says_and_has_its_name(configured: Path) -> None:
    """A relative file is one of the course directory."""
    with Gradebook(f"sqlite:///{configured / 'grades.db'}", "another") as gradebook:
        assert gradebook.find_assignment(pair.ASSIGNMENT).course_id == "another"
    assert not (configured / "gradebook.db").exists()


@needs_walls
def test_files_that_learners_may_replace_are_theirs(configured: Path) -> None:
    """In `autograded/` and while their cells run: seven is not the sum that was asked for."""
    folder = configured / "out" / pair.ASSIGNMENT
    found = rows(configured)
    assert (folder / "right" / "numbers.json").read_text() == "[7]"
    assert (folder / "slow" / "numbers.json").read_text() == "[1, 2, 3]"
    assert found["right/first/test-total/auto_score"] == 0
    assert found["slow/first/test-total/auto_score"] == 2


@needs_walls
def test_files_that_are_to_be_ignored_are_not_copied(configured: Path) -> None:
    """By their pattern, and what learners may replace is copied all the same."""
    assert {path.name for path in (configured / "out" / pair.ASSIGNMENT / "right").iterdir()} == {
        "first.ipynb", "second.ipynb", "numbers.json", "timestamp.txt",
    }  # fmt: skip


@needs_walls
def test_permissions_are_the_courses(configured: Path) -> None:
    """Those of files as they are said, those of folders shared with the group."""
    folder = configured / "out" / pair.ASSIGNMENT / "right"
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o640}
    assert folder.stat().st_mode & 0o2770 == 0o2770


@needs_walls
def test_the_rule_for_being_late_is_the_courses(configured: Path) -> None:
    """The rule that nbgrader has, with its setting: all that was earned is taken off."""
    found = rows(configured)
    assert found["right/first/late_submission_penalty"] == found["right/first/score"] > 0
    assert found["slow/first/late_submission_penalty"] is None


@needs_walls
def test_what_the_course_gives_out_is_no_response(configured: Path) -> None:
    """The starter is the one that the course has set for it."""
    found = rows(configured)
    assert {found[f"empty/first/{name}/auto_comment"] for name in ("total", "share", "double", "essay")} == {
        "No response."
    }
    assert found["right/first/total/auto_comment"] is None


@needs_walls
def test_a_cell_has_the_time_that_the_course_gives(configured: Path) -> None:
    """What takes longer costs its own points, and no others."""
    found = rows(configured)
    assert found["slow/first/test-double/auto_score"] == 0
    assert found["slow/second/test-square/auto_score"] == 4


def test_the_root_of_a_course_may_be_elsewhere(tmp_path: Path) -> None:
    """The settings name it, and everything is below it."""
    pair.write(
        tmp_path / "nbgrader_config.py", f'c = get_config()\nc.CourseDirectory.root = "{tmp_path / "far"}"'
    )
    assert course_folder(tmp_path).source_folder("ps") == tmp_path / "far" / "source" / "ps"


def test_a_course_may_lie_in_a_hidden_folder(tmp_path: Path) -> None:
    """Its files are given out all the same; hidden ones among them are not."""
    folder = pair.make(tmp_path / ".courses") / "source" / pair.ASSIGNMENT
    pair.write(folder / ".cache" / "table.csv", "1")
    assert read_assignment(pair.ASSIGNMENT, folder).files == {"numbers.json": b"[1, 2, 3]"}


@pytest.mark.parametrize("name", UNHEEDED)
def test_a_setting_without_effect_is_named(tmp_path: Path, name: str) -> None:
    """With what is done instead."""
    pair.write(tmp_path / "nbgrader_config.py", f"c = get_config()\nc.{name} = None")
    assert unheeded(course_folder(tmp_path)) == [f"nbgrader's {name} has no effect here: {UNHEEDED[name]}."]


def test_a_hook_for_every_step_is_named_too(tmp_path: Path) -> None:
    """Sections of nbgrader's settings inherit from others."""
    pair.write(
        tmp_path / "nbgrader_config.py", 'c = get_config()\nc.BaseConverter.pre_convert_hook = "my.hook"'
    )
    assert [line.split()[1] for line in unheeded(course_folder(tmp_path))] == ["Autograde.pre_convert_hook"]


def test_settings_by_names_that_nbgrader_gave_up_are_named(tmp_path: Path) -> None:
    """Stock nbgrader still maps them, with a warning."""
    pair.write(tmp_path / "nbgrader_config.py", 'c = get_config()\nc.NbGrader.db_url = "sqlite:///old.db"')
    assert [line.split()[0] for line in unheeded(course_folder(tmp_path))] == ["NbGrader.db_url"]


def test_every_setting_of_stock_autograding_is_followed_or_named() -> None:
    """A new version of nbgrader with a new setting fails here."""
    kinds = (
        Autograde, CourseDirectory, AssignLatePenalties, Execute, IgnorePattern, LimitOutput, OverwriteCells,
        OverwriteKernelspec, SaveAutoGrades,
    )  # fmt: skip
    general = {name for kind in kinds[2:] for name in Preprocessor.class_traits(config=True)} | {
        "parent",
        "config",
    }
    theirs = {
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name, trait in kind.class_traits(config=True).items()
        if name in kind.class_own_traits() or (kind in kinds[:2] and name not in general)
    }
    ours = {name.replace("ExecutePreprocessor", "Execute") for name in FOLLOWED} | {*UNHEEDED} | ELSEWHERE
    assert theirs - ours - OF_OTHER_STEPS == set()


# ---- what makes a second run grade again -----------------------------------------------------------------


@pytest.fixture
def state(tmp_path: Path) -> Callable[..., State]:
    """Return what makes the state that a run would have now, with a learner's result in it at the first time."""
    root = pair.make(tmp_path / "course")
    config = root / "nbgrader_config.py"
    rule = f"rule_{uuid4().hex}"  # other tests' rules are on the path, too
    config.write_text(config.read_text().replace("lateness.", f"{rule}."))
    (root / "plugins" / "lateness.py").rename(root / "plugins" / f"{rule}.py")
    graded = root / "autograded" / "right" / pair.ASSIGNMENT / "first.ipynb"
    graded.parent.mkdir(parents=True)
    graded.touch()

    def make(due: str = "", **of_assignment: Any) -> State:
        course = course_folder(root)
        assignment = read_assignment(pair.ASSIGNMENT, course.source_folder(pair.ASSIGNMENT))
        made = State(course, replace(assignment, **of_assignment), walls=True)
        made.deadline = lambda _: due
        return made

    first = make()
    first.keep("right", first._digest_now("right"), ["first"], {"student": "right"})
    return make


def test_what_has_not_changed_is_not_graded_again(state: Callable[..., State]) -> None:
    """Nor read by anybody but the one who compares it."""
    assert state().unchanged("right") == {"student": "right"}


def test_another_due_date_or_extension_grades_again(state: Callable[..., State]) -> None:
    """The penalty may be another."""
    assert state(due=pair.DUE).unchanged("right") is None


def test_another_rule_for_being_late_grades_again(state: Callable[..., State]) -> None:
    """Also where the settings only name the instructor's file."""
    (rule,) = (state().course.root / "plugins").glob("*.py")
    rule.write_text(pair.PLUGIN.replace("3600", "60"))
    assert state().unchanged("right") is None


def test_other_settings_grade_again(state: Callable[..., State]) -> None:
    """Any of them, because it may be one that decides."""
    with (state().course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.Execute.timeout = 1\n")
    assert state().unchanged("right") is None


def test_another_version_of_an_exercise_grades_again(
    state: Callable[..., State], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file is what grades; the notebook need not have changed."""
    exercise = tmp_path / "e1_small.py"
    exercise.write_text("version: 1")
    monkeypatch.setattr(Assignment, "exercise_files", [exercise])
    first = state()
    first.keep("right", first._digest_now("right"), ["first"], {"student": "right"})
    assert state().unchanged("right") is not None
    exercise.write_text("version: 2")
    assert state().unchanged("right") is None


def test_a_folder_that_somebody_was_stopped_in_is_written_again(state: Callable[..., State]) -> None:
    """A draft lies in it."""
    folder = state().course.autograded_folder(pair.ASSIGNMENT, "right")
    (folder / ".0123.tmp").touch()
    assert state().unchanged("right") is None
    (folder / ".0123.tmp").unlink()
    assert state().unchanged("right") is not None


@needs_walls
def test_a_due_date_that_is_set_after_grading_takes_off_what_it_must(tmp_path: Path) -> None:
    """The same command again, without `--force`; and an extension gives it back."""
    root = pair.make(tmp_path / "course")
    arguments = ["grade", pair.ASSIGNMENT, "--course-dir", str(root), "--student", "mixed"]

    def penalty() -> float | None:
        assert CliRunner().invoke(cli.app, arguments).exit_code == 0
        return pair.rows(root)["mixed/second/late_submission_penalty"]

    assert penalty() is None
    pair.set_due_date(root)
    assert penalty() == 2.5
    with pair.opened(root) as gradebook:
        gradebook.grant_extension(pair.ASSIGNMENT, "mixed", minutes=60)
    assert penalty() == 1.5
