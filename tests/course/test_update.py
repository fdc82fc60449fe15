"""`course update` brings the course's news, and whatever happens a learner's work is still there."""

from __future__ import annotations

import errno
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.sign import NotebookNotary
from typer.testing import CliRunner

from course import marker, safe_files, steps, trust, workspace
from course import update as updating
from course.commands_learner import learner
from course.errors import WorkspaceError
from course.notebook_files import is_answer
from course.steps import Outcome
from course.update import update
from tests.course.sample_notebooks import (
    answer,
    cells,
    code,
    exercise,
    grade,
    markdown,
    notebook,
    statement,
    texts,
)
from tests.course.sample_workspace import EXERCISES, LESSON, Course, backed_up, install, made, notebooks

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = [markdown("one", "# One"), code("two", "a = 1")]
SECOND = [markdown("one", "# One, better"), code("two", "a = 1"), markdown("new", "News")]
TOTAL = exercise("total")
WORKED = [TOTAL[0], answer("total", "return sum(x)"), TOTAL[2], code("mine", "total([1])")]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course with a lesson and a notebook of one exercise."""
    found = install(tmp_path, monkeypatch)
    found.offer(LESSON, *FIRST)
    found.offer(EXERCISES, *TOTAL)
    return found


@pytest.fixture
def work(course: Course, tmp_path: Path) -> Path:
    """A workspace in which the exercise has been worked on, while the course has changed both notebooks."""
    directory = made(tmp_path)
    (directory / EXERCISES).write_bytes(notebook(*WORKED))
    course.offer(LESSON, *SECOND)
    course.offer(EXERCISES, statement("total", "Write it well."), *TOTAL[1:])
    return directory


def outcomes(done: updating.Update) -> dict[str, Outcome]:
    """Return what happened to each notebook."""
    return {step.name: step.outcome for step in done.steps}


def test_untouched_notebooks_are_replaced_and_touched_ones_merged(work: Path) -> None:
    """The answer and the added cell stay, the statement follows the course, and the backup holds the file as it was."""
    before = (work / EXERCISES).read_bytes()

    done = update(work)

    assert outcomes(done) == {LESSON: Outcome.REPLACED, EXERCISES: Outcome.MERGED}
    assert texts((work / LESSON).read_bytes()) == ["# One, better", "a = 1", "News"]
    assert texts((work / EXERCISES).read_bytes())[:2] == ["Write it well.", "return sum(x)"]
    assert texts((work / EXERCISES).read_bytes())[-1] == "total([1])"
    assert done.backup is not None
    assert (done.backup / EXERCISES).read_bytes() == before


def test_a_dry_run_tells_the_same_and_changes_nothing(work: Path) -> None:
    """`--dry-run` writes no notebook, no backup and no marker."""
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}

    told = outcomes(update(work, dry_run=True))

    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before
    assert told == outcomes(update(work))


def test_a_second_update_does_nothing(work: Path) -> None:
    """Nothing is written and no further backup is made."""
    update(work)
    before = notebooks(work)

    done = update(work)

    assert outcomes(done) == {LESSON: Outcome.CURRENT, EXERCISES: Outcome.YOURS}
    assert (notebooks(work), done.backup, len(backed_up(work))) == (before, None, 1)


def test_update_after_update_brings_each_news(course: Course, work: Path) -> None:
    """A merged notebook is merged again with the next version, and every state of it is in a backup."""
    for number in range(3):
        course.offer(EXERCISES, statement("total", f"Words {number}"), *TOTAL[1:])
        update(work)
        assert texts((work / EXERCISES).read_bytes())[:2] == [f"Words {number}", "return sum(x)"]

    assert len(backed_up(work)) == 3


def test_deleted_and_renamed_notebooks(work: Path) -> None:
    """What the learner moved elsewhere stays there; the course's notebook comes back under its name."""
    (work / EXERCISES).rename(work / "01_arrays/my try.ipynb")
    (work / LESSON).unlink()

    done = update(work)

    assert outcomes(done) == {LESSON: Outcome.WRITTEN, EXERCISES: Outcome.WRITTEN}
    assert (work / "01_arrays/my try.ipynb").read_bytes() == notebook(*WORKED)


def test_an_emptied_file_is_written_again(work: Path) -> None:
    """A full disk can leave a file without content: there is nothing to keep."""
    (work / LESSON).write_bytes(b"\n")

    assert outcomes(update(work))[LESSON] is Outcome.WRITTEN
    assert texts((work / LESSON).read_bytes())[0] == "# One, better"


def test_half_a_notebook_stays_and_the_courses_stands_beside_it(course: Course, work: Path) -> None:
    """The new file is replaced while nobody has touched it, and left alone from then on."""
    half = notebook(*WORKED)[:-30]
    (work / EXERCISES).write_bytes(half)
    beside = work / "01_arrays/01_arrays.new.ipynb"

    assert outcomes(update(work))[EXERCISES] is Outcome.ASIDE
    assert texts(beside.read_bytes())[0] == "Write it well."
    course.offer(EXERCISES, statement("total", "Even better."), *TOTAL[1:])
    update(work)
    assert texts(beside.read_bytes())[0] == "Even better."

    beside.write_bytes(notebook(*WORKED))
    for _ in range(2):
        update(work)
        assert beside.read_bytes() == notebook(*WORKED)
        assert texts((work / "01_arrays/01_arrays.new-2.ipynb").read_bytes())[0] == "Even better."
    assert (work / EXERCISES).read_bytes() == half
    assert sorted(notebooks(work)) == sorted(
        [LESSON, EXERCISES, "01_arrays/01_arrays.new.ipynb", "01_arrays/01_arrays.new-2.ipynb"]
    )


def test_a_notebook_of_the_learners_own_under_a_new_lessons_name_stays(course: Course, work: Path) -> None:
    """The course's notebook stands beside it."""
    (work / "02_own").mkdir()
    (work / "02_own/lesson.ipynb").write_bytes(notebook(code("x", "mine")))
    course.offer("02_own/lesson.ipynb", *FIRST)

    assert outcomes(update(work))["02_own/lesson.ipynb"] is Outcome.ASIDE
    assert texts((work / "02_own/lesson.ipynb").read_bytes()) == ["mine"]
    assert texts((work / "02_own/lesson.new.ipynb").read_bytes()) == texts(notebook(*FIRST))


def test_what_the_course_no_longer_has_stays(course: Course, work: Path) -> None:
    """A withdrawn notebook is named and left to the learner."""
    course.withdraw(EXERCISES)

    assert outcomes(update(work))[EXERCISES] is Outcome.RETIRED
    assert (work / EXERCISES).read_bytes() == notebook(*WORKED)


@pytest.mark.parametrize("first", [update, workspace.init])
def test_answers_follow_a_module_to_its_new_name(
    course: Course, work: Path, first: Callable[[Path], Any]
) -> None:
    """The new notebook holds them, whichever command finds it first, and the old one stays as it is."""
    course.withdraw(EXERCISES)
    course.offer("03_arrays/03_arrays.ipynb", markdown("title", "# 3 Arrays"), *TOTAL)

    first(work)

    assert texts((work / "03_arrays/03_arrays.ipynb").read_bytes()) == [
        "# 3 Arrays",
        *texts(notebook(*WORKED)),
    ]
    assert (work / EXERCISES).read_bytes() == notebook(*WORKED)
    done = outcomes(update(work))
    assert (done["03_arrays/03_arrays.ipynb"], done[EXERCISES]) == (Outcome.YOURS, Outcome.RETIRED)


def test_an_answer_follows_its_exercise_to_a_new_name(work: Path) -> None:
    """`was:` in the exercise's header tells which answer belongs to it."""
    old = [statement("sum_up"), answer("sum_up", "mine"), grade("sum_up")]
    (work / EXERCISES).write_bytes(notebook(*old))

    update(work)

    assert [cell["source"] for cell in cells((work / EXERCISES).read_bytes()) if is_answer(cell)] == ["mine"]


def test_a_marker_from_before_fingerprints_of_cells_is_enough(work: Path) -> None:
    """Without them every difference counts as the learner's, so nothing is lost."""
    path = work / workspace.MARKER
    path.write_text(
        json.dumps({key: value for key, value in json.loads(path.read_text()).items() if key != "cells"})
    )

    update(work)

    now = texts((work / EXERCISES).read_bytes())
    assert {"Write it well.", "return sum(x)", "total([1])"} <= set(now)


def test_a_damaged_marker_is_mended(work: Path) -> None:
    """Nothing is known then of what the course wrote, so every difference is kept; afterwards all is well."""
    (work / workspace.MARKER).write_text('{"version": "0')

    update(work)

    assert {"Write it well.", "return sum(x)", "total([1])"} <= set(texts((work / EXERCISES).read_bytes()))
    assert notebook(*WORKED) in backed_up(work)
    assert outcomes(update(work)) == {LESSON: Outcome.YOURS, EXERCISES: Outcome.YOURS}


def test_a_workspace_of_a_later_version_is_left_alone(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older course refuses to update it, says what to do, and `init` writes nothing either."""
    monkeypatch.setattr(marker, "version", lambda: "0.9.0")
    path = work / workspace.MARKER
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": "0.10.0"}))
    before = notebooks(work)

    with pytest.raises(WorkspaceError, match=r"version 0\.10\.0 .* this is 0\.9\.0.*git pull"):
        update(work)
    assert workspace.init(work).newer == "0.10.0"
    assert notebooks(work) == before


def test_a_notebook_of_a_later_version_is_left_alone(course: Course, work: Path) -> None:
    """A clone that went back to an older state does not take an exercise back with it."""
    (work / EXERCISES).write_bytes(notebook(*TOTAL[:2], grade("total", 7)))

    assert outcomes(update(work))[EXERCISES] is Outcome.NEWER
    assert (work / EXERCISES).read_bytes() == notebook(*TOTAL[:2], grade("total", 7))


def test_what_a_later_version_keeps_in_the_marker_stays(work: Path) -> None:
    """Unknown entries outlive an update."""
    path = work / workspace.MARKER
    path.write_text(json.dumps({**json.loads(path.read_text()), "goals": [1]}))

    update(work)

    assert json.loads(path.read_text())["goals"] == [1]


def test_only_what_was_trusted_is_trusted(work: Path) -> None:
    """Merging gives no trust to a notebook that came from elsewhere, and takes none away."""
    update(work)
    assert [signed(work / name) for name in (LESSON, EXERCISES)] == [True, False]


def test_a_trusted_notebook_stays_trusted(work: Path) -> None:
    """A learner's cards keep their colours."""
    trust.sign([(work / EXERCISES).read_bytes()])
    update(work)

    assert signed(work / EXERCISES)


def signed(path: Path) -> bool:
    """Whether Jupyter trusts a notebook."""
    return NotebookNotary().check_signature(nbformat.read(path, as_version=4))


def failing(code_: int, fails: Callable[[Path], bool]) -> Callable[[Path, bytes], None]:
    """Return a `write` that the disk refuses for some files."""
    really = safe_files.write

    def write(path: Path, content: bytes) -> None:
        if fails(path):
            raise OSError(code_, "the disk says no", str(path))
        really(path, content)

    return write


@pytest.mark.parametrize("code_", [errno.ENOSPC, errno.EACCES])
def test_without_a_complete_backup_nothing_is_changed(
    work: Path, monkeypatch: pytest.MonkeyPatch, code_: int
) -> None:
    """A full disk or a read-only folder is a message, and every notebook is as it was."""
    before = notebooks(work)
    monkeypatch.setattr(safe_files, "write", failing(code_, lambda path: "backups" in path.parts))

    with pytest.raises(
        WorkspaceError, match=r"no backup could be made.*nothing was changed.*run the command again"
    ):
        update(work)

    assert notebooks(work) == before
    assert list(work.glob("backups/*")) == []


@pytest.mark.parametrize("refused", [LESSON, EXERCISES])
def test_a_disk_that_fills_up_halfway_leaves_old_or_new_notebooks(
    work: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """What could not be written is named and as it was; the next update completes it."""
    before = notebooks(work)
    with monkeypatch.context() as patch:
        patch.setattr(steps, "write", failing(errno.ENOSPC, lambda path: path == work / refused))
        done = update(work)
    assert done.failed
    assert outcomes(done)[refused] is Outcome.FAILED
    assert (work / refused).read_bytes() == before[refused]

    assert not update(work).failed
    assert texts((work / LESSON).read_bytes()) == ["# One, better", "a = 1", "News"]
    assert texts((work / EXERCISES).read_bytes())[:2] == ["Write it well.", "return sum(x)"]


def test_a_marker_that_cannot_be_written_is_made_good_by_the_next_update(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says where the backup is; merging again changes nothing in what is merged already."""
    with monkeypatch.context() as patch:
        patch.setattr(marker, "write", failing(errno.ENOSPC, lambda _: True))
        with pytest.raises(WorkspaceError, match=r"could not be noted.*backups.*course update"):
            update(work)
    before = notebooks(work)

    update(work)

    assert notebooks(work) == before
    assert outcomes(update(work)) == {LESSON: Outcome.CURRENT, EXERCISES: Outcome.YOURS}


def test_a_notebook_that_is_saved_in_the_meantime_is_not_overwritten(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab may save while the update runs: that save wins, and the message says to run it again."""
    saved = notebook(*WORKED, code("last", "just typed"))

    def back_up(*_: object) -> None:
        (work / EXERCISES).write_bytes(saved)

    monkeypatch.setattr(updating, "back_up", back_up)
    done = update(work)

    assert outcomes(done)[EXERCISES] is Outcome.FAILED
    assert (work / EXERCISES).read_bytes() == saved


@st.composite
def damage(draw: st.DrawFn) -> bytes:
    """Return what a learner, a program or an accident made of the notebook of exercises."""
    typed = st.text(max_size=8)
    cells = [
        TOTAL[0] | {"source": draw(typed)},
        answer("total", draw(typed)),
        TOTAL[2],
        code("mine", draw(typed)),
    ]
    content = notebook(*draw(st.permutations(cells))[: draw(st.integers(0, 4))])
    cut = draw(st.one_of(st.none(), st.integers(0, len(content))))
    return draw(st.one_of(st.just(content[:cut]), st.binary(max_size=20)))


@settings(max_examples=40, deadline=None)
@given(left=damage())
def test_whatever_was_in_a_file_is_in_the_file_or_in_the_backup(left: bytes) -> None:
    """Byte for byte, for any content at all."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(updating, "sign", lambda _: None)
        patch.setattr(workspace, "sign", lambda _: None)
        found = install(Path(folder), patch)
        found.offer(EXERCISES, *TOTAL)
        directory = made(Path(folder))
        (directory / EXERCISES).write_bytes(left)
        found.offer(EXERCISES, statement("total", "Write it well."), *TOTAL[1:])

        update(directory)

        kept = [(directory / EXERCISES).read_bytes(), *backed_up(directory)]
        assert left in kept or not left.strip() or left == notebook(*TOTAL)


def test_the_command_tells_what_happened_to_each_notebook(work: Path) -> None:
    """A table, the place of the backup, and exit code 0."""
    done = CliRunner().invoke(learner, ["update", str(work)])

    assert done.exit_code == 0, done.output
    flat = " ".join(done.output.split())
    for words in (f"{LESSON} replaced", f"{EXERCISES} merged", "kept: 1 answer, 1 cell of yours", "backups"):
        assert words in flat, words


def test_the_command_ends_with_1_where_something_was_left(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scripts and people both notice."""
    monkeypatch.setattr(steps, "write", failing(errno.ENOSPC, lambda path: path == work / LESSON))

    done = CliRunner().invoke(learner, ["update", str(work)])

    assert done.exit_code == 1
    assert "course doctor" in done.output


def test_a_folder_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    """The message has the command that makes one."""
    done = CliRunner().invoke(learner, ["update", str(tmp_path)])

    assert isinstance(done.exception, WorkspaceError)
    assert "course init" in str(done.exception)
