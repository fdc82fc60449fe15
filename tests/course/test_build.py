"""The committed notebooks are what a build makes, and give nothing away."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course import build as building
from course import catalog
from course.errors import ContentErrors, CourseError, MissingExtra

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
SLUG = "02_vectors"
ASSIGNMENT = f"assignments/{SLUG}/{SLUG}.ipynb"
SOLUTION = f"solutions/{SLUG}/{SLUG}.ipynb"
LESSON = f"modules/{SLUG}/lesson.ipynb"
EXERCISE = f"modules/{SLUG}/e2_double.py"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the sample module, built once."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(DATA / "modules", root / "modules")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "_PACKAGE", root / "course")
        building.build()
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the built checkout that a test may change."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    """Replace a part of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def findings(root: Path) -> list[tuple[str, str]]:
    """What a check finds, as relative path and first word."""
    return [
        (finding.path.relative_to(root).as_posix(), finding.what.split()[0]) for finding in building.check()
    ]


def test_a_fresh_build_passes_its_check(root: Path) -> None:
    """Nothing differs, nothing is unexpected, nothing leaks."""
    assert findings(root) == []


def test_a_second_build_writes_nothing(root: Path) -> None:
    """A build is repeatable to the byte."""
    report = building.build()
    written = {path.relative_to(root).as_posix() for path in report.unchanged}
    assert (report.written, written) == ((), {ASSIGNMENT, SOLUTION, LESSON})


def test_learners_get_the_starter(root: Path) -> None:
    """The assignment holds the stub where the reference holds the solution."""
    assignment, solution = ((root / name).read_text(encoding="utf-8") for name in (ASSIGNMENT, SOLUTION))
    assert "raise NotImplementedError" in assignment
    assert "doubled.reshape" not in assignment
    assert "doubled.reshape" in solution


def test_notebooks_carry_no_outputs(root: Path) -> None:
    """What is committed has never been run."""
    for name in (ASSIGNMENT, SOLUTION, LESSON):
        cells = json.loads((root / name).read_text(encoding="utf-8"))["cells"]
        assert {
            (cell["execution_count"], *cell["outputs"]) for cell in cells if cell["cell_type"] == "code"
        } == {(None,)}


def test_nbgraders_own_command_makes_the_same_assignment(root: Path) -> None:
    """An instructor who releases again changes nothing that is committed."""
    before = (root / ASSIGNMENT).read_bytes()
    program = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
    }
    subprocess.run(
        [program / "nbgrader", "generate_assignment", SLUG, "--force"],
        cwd=root,
        env=environment,
        check=True,
        capture_output=True,
    )
    assert (root / ASSIGNMENT).read_bytes() == before
    assert [path.name for path in (root / "assignments" / SLUG).iterdir()] == [f"{SLUG}.ipynb"]


@pytest.mark.parametrize("name", [ASSIGNMENT, SOLUTION, LESSON])
def test_an_edited_notebook_differs(root: Path, name: str) -> None:
    """Nobody edits a generated notebook unnoticed."""
    edit(root / name, "ou", "OU")
    assert (name, "differs") in findings(root)


def test_a_missing_notebook_is_named(root: Path) -> None:
    """A forgotten build is noticed."""
    (root / LESSON).unlink()
    assert findings(root) == [(LESSON, "missing;")]


@pytest.mark.parametrize(
    "name",
    [f"solutions/{SLUG}/data.csv", "assignments/03_gone/03_gone.ipynb", f"modules/{SLUG}/draft.ipynb"],
)
def test_a_stray_file_is_unexpected(root: Path, name: str) -> None:
    """What no source made would reach learners through nbgrader; a build names it and leaves it alone."""
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("{}", encoding="utf-8")
    assert (name, "unexpected:") in findings(root)
    assert [finding.path for finding in building.build().findings] == [root / name]


@pytest.mark.parametrize(
    "line",
    [
        "return doubled.reshape(np.shape(x))",
        "assert close(double(x), x + x),",
    ],
    ids=["solution", "hidden check"],
)
def test_a_hidden_line_in_an_assignment_leaks(root: Path, line: str) -> None:
    """A line of a solution or a hidden check is found wherever it stands in an assignment."""
    source = (root / EXERCISE).read_text(encoding="utf-8")
    full = next(text.strip() for text in source.split("\n") if line in text)
    notebook = json.loads((root / ASSIGNMENT).read_text(encoding="utf-8"))
    notebook["cells"][1]["source"].append(f"\n    {full}")
    (root / ASSIGNMENT).write_text(json.dumps(notebook), encoding="utf-8")
    assert (ASSIGNMENT, "leaks") in findings(root)


def test_a_solution_in_another_layout_leaks(root: Path) -> None:
    """Breaking lines or renaming the function hides no solution."""
    body = "def other(x):\n    doubled = (np.asarray(\n        x) * FACTOR)\n"
    body += "    return doubled.reshape(\n        np.shape(x))"
    notebook = json.loads((root / ASSIGNMENT).read_text(encoding="utf-8"))
    notebook["cells"][3]["source"] = body.splitlines(keepends=True)
    (root / ASSIGNMENT).write_text(json.dumps(notebook), encoding="utf-8")
    assert (ASSIGNMENT, "leaks") in findings(root)


def test_a_line_that_a_statement_shows_is_no_leak(root: Path) -> None:
    """An author may show a learner a line of the solution."""
    edit(root / EXERCISE, "# Gains are", "# doubled = np.asarray(x) * FACTOR\n#\n# Gains are")
    building.build(same_version=True)
    assert findings(root) == []


def test_a_changed_reference_needs_a_new_version(root: Path) -> None:
    """Two contents never share a version; the message says which line to change to what."""
    edit(root / EXERCISE, "np.asarray(x) * FACTOR", "FACTOR * np.asarray(x)")
    with pytest.raises(ContentErrors) as caught:
        building.build()
    (error,) = caught.value.errors
    assert (error.path, error.line) == (root / EXERCISE, 4)
    assert error.found == "version 3 again, although set-up, reference or checks changed since it was built"
    assert error.expected.startswith("version: 4")


def test_an_exercise_that_nobody_has_keeps_its_version(root: Path) -> None:
    """While an exercise is being written, its author need not count."""
    edit(root / EXERCISE, "np.asarray(x) * FACTOR", "FACTOR * np.asarray(x)")
    assert root / SOLUTION in building.build(same_version=True).written


def test_a_new_version_may_differ(root: Path) -> None:
    """A bumped version builds."""
    edit(root / EXERCISE, "np.asarray(x) * FACTOR", "FACTOR * np.asarray(x)")
    edit(root / EXERCISE, "version: 3", "version: 4")
    assert root / SOLUTION in building.build().written


def test_a_version_never_goes_back(root: Path) -> None:
    """A lower version would make an old notebook look new."""
    edit(root / EXERCISE, "version: 3", "version: 2")
    (error,) = building.version_problems(catalog.load_all())
    assert error.found == "version 2, older than the built version 3"


def test_a_new_hint_needs_no_new_version(root: Path) -> None:
    """Only what decides verdicts counts."""
    edit(root / EXERCISE, "# Look at", "# First look at")
    assert building.version_problems(catalog.load_all()) == []


def test_mistakes_of_exercises_and_lessons_come_at_once(root: Path) -> None:
    """One run names every broken file of the course."""
    edit(root / EXERCISE, "stars: 2", "stars: 1")
    edit(root / EXERCISE.replace("e2_double", "lesson"), "np.arange(3) * 2", "np.arange(3")
    with pytest.raises(ContentErrors) as caught:
        building.build()
    assert {error.path.name for error in caught.value.errors} == {"e2_double.py", "lesson.py"}


def test_broken_content_builds_nothing(root: Path) -> None:
    """A mistake anywhere stops the build before it writes."""
    edit(root / EXERCISE, "stars: 2", "stars: 1")
    before = (root / SOLUTION).read_bytes()
    with pytest.raises(ContentErrors):
        building.build()
    assert (root / SOLUTION).read_bytes() == before


def test_without_nbgrader_the_extra_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner's installation cannot build, and says what would."""
    monkeypatch.setattr("course.release.find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"pip install 'mle-course\[instructor\]'") as caught:
        building.build()
    assert caught.value.exit_code == 2


def test_outside_a_clone_there_is_nothing_to_build(root: Path) -> None:
    """An installed course has no place for generated files."""
    (root / "nbgrader_config.py").unlink()
    with pytest.raises(CourseError, match="run `course build` in a clone"):
        building.check()
