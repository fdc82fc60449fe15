"""A workspace holds copies that belong to the learner."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from typer.testing import CliRunner

from course import catalog, workspace
from course.commands_learner import learner
from course.errors import WorkspaceError

LESSON = "01_arrays/lesson.ipynb"
ASSIGNMENT = "01_arrays/01_arrays.ipynb"


def notebook(text: str) -> str:
    """Return a notebook file with one code cell."""
    cell = nbformat.v4.new_code_cell(text, id="cell")
    return nbformat.writes(nbformat.v4.new_notebook(cells=[cell]))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Course content with one module, in place of the real one; Jupyter's own data is private too."""
    root = tmp_path / "content"
    for name in ("modules", "assignments"):
        (root / name / "01_arrays").mkdir(parents=True)
    (root / "modules" / LESSON).write_text(notebook("lesson = 1"))
    (root / "modules/01_arrays/e1_total.py").write_text("reference = 1")
    (root / "assignments" / ASSIGNMENT).write_text(notebook("answer = 1"))
    monkeypatch.setattr(catalog, "content_dir", root.joinpath)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to be, with a name that breaks careless code."""
    return tmp_path / "cours d'été" / "my work"


def files(directory: Path) -> dict[str, str]:
    """Return the text of every notebook and stray file in a workspace."""
    paths = (path for path in directory.rglob("*") if path.is_file() and path.name != workspace.MARKER)
    return {path.relative_to(directory).as_posix(): path.read_text() for path in paths}


def test_a_new_workspace_holds_the_lessons_and_assignments_and_nothing_else(
    content: Path, folder: Path
) -> None:
    """Learners get the notebooks under the names that nbgrader expects, and no exercise sources."""
    report = workspace.init(folder)

    assert files(folder) == {LESSON: notebook("lesson = 1"), ASSIGNMENT: notebook("answer = 1")}
    assert report.written == (LESSON, ASSIGNMENT)


def test_running_it_twice_changes_nothing(content: Path, folder: Path) -> None:
    """`course init` can be repeated at any time."""
    workspace.init(folder)
    before = files(folder)

    report = workspace.init(folder)

    assert (report.written, report.updated, report.kept) == ((), (), ())
    assert files(folder) == before


def test_a_touched_file_is_never_overwritten(content: Path, folder: Path) -> None:
    """What a learner wrote stays, however often the course changes, and the report names it."""
    workspace.init(folder)
    (folder / ASSIGNMENT).write_text(notebook("my answer"))
    for version in range(3):
        (content / "assignments" / ASSIGNMENT).write_text(notebook(f"new answer {version}"))

        report = workspace.init(folder)

        assert (folder / ASSIGNMENT).read_text() == notebook("my answer")
        assert report.kept == (ASSIGNMENT,)


def test_an_untouched_file_follows_the_course(content: Path, folder: Path) -> None:
    """A new version of the course replaces what the learner has not worked in, again and again."""
    workspace.init(folder)
    for version in range(3):
        (content / "modules" / LESSON).write_text(notebook(f"lesson = {version + 2}"))

        report = workspace.init(folder)

        assert (folder / LESSON).read_text() == notebook(f"lesson = {version + 2}")
        assert report.updated == (LESSON,)


def test_a_lost_file_comes_back(content: Path, folder: Path) -> None:
    """A deleted notebook is written again, so that a learner can start one afresh."""
    workspace.init(folder)
    (folder / LESSON).unlink()

    report = workspace.init(folder)

    assert (folder / LESSON).is_file()
    assert report.written == (LESSON,)


def test_a_learners_own_file_with_a_new_lessons_name_stays(content: Path, folder: Path) -> None:
    """A file that the course never wrote belongs to the learner, whatever its name, in later runs too."""
    lesson = content / "modules/02_own/lesson.ipynb"
    workspace.init(folder)
    (folder / "02_own").mkdir()
    (folder / "02_own/lesson.ipynb").write_text(notebook("mine"))
    lesson.parent.mkdir()
    for text in ("theirs", "theirs, changed"):
        lesson.write_text(notebook(text))

        workspace.init(folder)

        assert (folder / "02_own/lesson.ipynb").read_text() == notebook("mine")


def test_a_folder_with_other_files_is_refused_untouched(content: Path, folder: Path) -> None:
    """`course init` in the wrong place says so and writes nothing there."""
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("done")

    with pytest.raises(WorkspaceError, match="holds other files"):
        workspace.init(folder)

    assert files(folder) == {"thesis.txt": "done"}


def test_a_folder_under_version_control_can_become_a_workspace(content: Path, folder: Path) -> None:
    """Hidden files do not count: `git init` first and `course init` second is fine."""
    (folder / ".git").mkdir(parents=True)

    assert workspace.init(folder).written == (LESSON, ASSIGNMENT)


def test_an_interrupted_start_is_completed(content: Path, folder: Path) -> None:
    """Stopping `course init` halfway leaves a folder that the next one completes."""
    workspace.init(folder)
    marker = folder / workspace.MARKER
    marker.write_text(json.dumps({**json.loads(marker.read_text()), "files": {}}))
    (folder / ASSIGNMENT).unlink()
    (content / "modules" / LESSON).write_text(notebook("lesson = 1"))

    assert workspace.init(folder).written == (ASSIGNMENT,)
    assert set(json.loads(marker.read_text())["files"]) == {LESSON, ASSIGNMENT}


def test_a_damaged_marker_is_reported_and_left_alone(content: Path, folder: Path) -> None:
    """A marker that cannot be read leads to a message with the place and the way out, and to no writing."""
    workspace.init(folder)
    (folder / LESSON).write_text("mine")
    (folder / workspace.MARKER).write_text('{"version": "0", "files"')

    with pytest.raises(WorkspaceError, match=r"\.mle-course\.json.*course update"):
        workspace.init(folder)

    assert (folder / LESSON).read_text() == "mine"


def test_a_place_that_cannot_be_written_is_reported(content: Path, tmp_path: Path) -> None:
    """An unusable place is a message about that place, not a traceback."""
    (tmp_path / "file").write_text("")

    with pytest.raises(WorkspaceError, match="expected a folder that can be written"):
        workspace.init(tmp_path / "file" / "work")


def test_what_it_writes_is_trusted_by_jupyter(content: Path, folder: Path) -> None:
    """The notebooks are signed, so that JupyterLab shows cards with their colours."""
    workspace.init(folder)

    for name in (LESSON, ASSIGNMENT):
        assert NotebookNotary().check_signature(nbformat.read(folder / name, as_version=4)), name


def test_what_the_learner_wrote_is_not_signed_in_passing(content: Path, folder: Path) -> None:
    """Trust is only given to our own text: a notebook that came from elsewhere stays untrusted."""
    workspace.init(folder)
    (folder / LESSON).write_text(notebook("from somewhere"))
    workspace.init(folder)

    assert not NotebookNotary().check_signature(nbformat.read(folder / LESSON, as_version=4))


def test_a_workspace_is_found_from_every_folder_in_it(content: Path, folder: Path) -> None:
    """Commands given inside a workspace mean that workspace."""
    workspace.init(folder)

    assert workspace.locate(folder / "01_arrays") == folder
    assert workspace.locate(folder) == folder
    assert workspace.locate(folder.parent) is None
    assert workspace.default_directory(folder / "01_arrays") == folder


def test_in_a_checkout_the_workspace_stands_beside_the_sources(tmp_path: Path) -> None:
    """Without a name, a course that runs from a checkout uses its folder `workspace`."""
    checkout = Path(workspace.__file__).parent.parent

    assert workspace.default_directory(tmp_path) == checkout / "workspace"


def test_an_installed_course_uses_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name and without a checkout, the workspace is `mle-course` in the home folder."""
    monkeypatch.setattr(workspace, "__file__", str(tmp_path / "site-packages/course/workspace.py"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")

    assert workspace.default_directory(tmp_path) == tmp_path / "home" / "mle-course"


def test_the_first_notebook_is_a_lesson(content: Path, folder: Path) -> None:
    """A new learner begins with the first lesson, or with the first notebook where there is none yet."""
    workspace.init(folder)
    assert workspace.first_notebook(folder) == Path(LESSON)

    (folder / LESSON).unlink()
    assert workspace.first_notebook(folder) == Path(ASSIGNMENT)

    (folder / ASSIGNMENT).unlink()
    assert workspace.first_notebook(folder) is None


def test_the_command_says_where_what_and_how_to_go_on(content: Path, folder: Path) -> None:
    """`course init FOLDER` names the folder, counts the notebooks and gives the next command."""
    done = CliRunner().invoke(learner, ["init", str(folder)])

    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        f"Workspace: {folder} (notebooks: 2 written)",
        f'Open it with:  course lab "{folder}"',
    ]
