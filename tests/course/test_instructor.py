"""`course instructor` starts formgrader where nbgrader's settings are, or makes such a folder, or says what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from course import catalog, cli, instructor, lab, release
from course.errors import MissingExtra, WorkspaceError
from course.instructor import course_directory

ROOT = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with one small notebook of each kind."""
    for name in instructor.NOTEBOOKS:
        path = tmp_path / "installed" / name / "01_small" / "01_small.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(name)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "installed")
    return tmp_path


def files(folder: Path) -> dict[str, str]:
    """Return the texts of a folder's files."""
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def loaded(folder: Path) -> Any:
    """Return the settings of a course directory as nbgrader reads them."""
    from traitlets.config import PyFileConfigLoader

    return PyFileConfigLoader(release.CONFIG, path=str(folder)).load_config()


def test_a_new_folder_becomes_a_course_directory(content: Path) -> None:
    """It gets the course's notebooks, and the settings that this course has for nbgrader."""
    made = course_directory(content / "class of '26", content)

    assert files(made) == {
        "assignments/01_small/01_small.ipynb": "assignments",
        "solutions/01_small/01_small.ipynb": "solutions",
        release.CONFIG: instructor.CONFIG_TEXT,
        ".gitignore": instructor.IGNORED,
    }
    assert loaded(made) == loaded(ROOT)


@pytest.mark.parametrize("where", ["made", "this repository"])
def test_a_class_never_gets_into_a_repository(content: Path, where: str) -> None:
    """Whatever grading writes is ignored by git, in this repository and in a course directory that was made."""
    folder = course_directory(content / "class", content) if where == "made" else ROOT
    ignored = {line.strip("/*") for line in (folder / ".gitignore").read_text().splitlines()}

    assert {"gradebook.db", "submitted", "autograded", "feedback", ".autograder"} <= ignored


def test_a_course_directory_stays_as_it_is(content: Path) -> None:
    """Nothing is written beside an instructor's settings, whichever course they are of."""
    folder = content / "mine"
    folder.mkdir()
    (folder / release.CONFIG).write_text("")

    assert course_directory(folder, content) == folder
    assert files(folder) == {release.CONFIG: ""}


def test_what_is_kept_beside_grades_is_the_instructors_alone(content: Path) -> None:
    """The folder is there before JupyterLab would make it for everybody to look into."""
    made = course_directory(content / "class", content)

    assert (made / ".autograder").stat().st_mode & 0o777 == 0o700


def test_an_interrupted_making_is_completed(content: Path) -> None:
    """The settings come last, so a folder without them is not taken for a complete one."""
    folder = content / "half"
    (folder / "solutions" / "01_small").mkdir(parents=True)

    assert set(files(course_directory(folder, content))) == {
        ".gitignore",
        "assignments/01_small/01_small.ipynb", "solutions/01_small/01_small.ipynb", release.CONFIG,
    }  # fmt: skip


def test_without_a_folder_it_is_the_one_around(content: Path) -> None:
    """As git finds its repository."""
    folder = content / "mine"
    (folder / "submitted" / "ada").mkdir(parents=True)
    (folder / release.CONFIG).write_text("")

    assert course_directory(None, folder / "submitted" / "ada") == folder


def test_where_there_is_none_the_next_command_is_named(content: Path) -> None:
    """Nothing is made in a folder that was not named."""
    with pytest.raises(WorkspaceError, match="course instructor FOLDER"):
        course_directory(None, content)


def test_a_folder_with_other_files_is_left_alone(content: Path) -> None:
    """What is missing is named, and nothing is written."""
    (content / "notes").mkdir()
    (content / "notes" / "todo.txt").write_text("later")

    with pytest.raises(WorkspaceError, match=f"holds other files and no {release.CONFIG}"):
        course_directory(content / "notes", content)
    assert files(content / "notes") == {"todo.txt": "later"}


def test_a_folder_that_cannot_be_made_is_named(content: Path) -> None:
    """A file in the way is a message, not a traceback."""
    (content / "file").touch()

    with pytest.raises(WorkspaceError, match="cannot become a course directory"):
        course_directory(content / "file" / "class", content)


def test_an_edition_without_solutions_says_so(content: Path) -> None:
    """A learner's package cannot make a course directory."""
    shutil.rmtree(content / "installed" / "solutions")

    with pytest.raises(WorkspaceError, match="solutions"):
        course_directory(content / "class", content)
    assert not (content / "class" / release.CONFIG).exists()


def test_without_nbgrader_the_extra_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation for learners has no formgrader."""
    monkeypatch.setattr(release, "find_spec", lambda _: None)

    with pytest.raises(MissingExtra, match=r"Formgrader needs nbgrader.*mle-course\[instructor\]"):
        course_directory(content / "class", content)


def test_the_command_starts_formgrader_there(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder itself, which formgrader needs, and with its port and browser as asked."""
    started: list[Any] = []
    monkeypatch.setattr(lab, "start", lambda *place, **options: started.append((place, options)) or 0)
    arguments = ["course", "instructor", str(content / "class"), "--port", "9999", "--no-browser"]
    monkeypatch.setattr("sys.argv", arguments)
    with pytest.raises(SystemExit) as ended:
        cli.main()

    ((place, options),) = started
    assert ended.value.code == 0
    assert place == (content / "class", 9999)
    assert (options["browser"], options["manner"]) == (False, instructor.FORMGRADER)


def test_the_layout_of_an_instructors_tabs_is_kept_apart(tmp_path: Path) -> None:
    """It lies with what grading keeps, which git ignores, and the address opens formgrader's tab."""
    session = lab.Session(tmp_path, 8888, "secret", "/lab?formgrader=true", instructor.FORMGRADER)

    assert f"--LabApp.workspaces_dir={tmp_path / '.autograder' / 'layout'}" in lab.command(
        session, browser=True
    )
    assert session.url == "http://127.0.0.1:8888/lab?formgrader=true&token=secret"
