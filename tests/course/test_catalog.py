"""Content is found by its folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course import catalog
from course.errors import ContentErrors, UnknownExercise

DATA = Path(__file__).parent / "data"
SAMPLE = DATA / "modules" / "02_vectors" / "e2_double.py"
TEXT = SAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose only module is the sample's."""
    shutil.copytree(DATA / "modules", tmp_path / "modules")
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path


def add(root: Path, place: str, exercise_id: str, was: str = "[]") -> Path:
    """Add a copy of the sample under another id."""
    path = root / "modules" / place
    path.parent.mkdir(exist_ok=True)
    text = TEXT.replace("double(", f"{exercise_id}(").replace("id: double", f"id: {exercise_id}")
    path.write_text(text.replace("was: [twice]", f"was: {was}"), encoding="utf-8")
    return path


def test_modules_and_exercises_come_in_the_order_of_their_numbers(root: Path) -> None:
    """Gaps are fine, and 10 comes after 2."""
    add(root, "10_later/e1_triple.py", "triple")
    add(root, "02_vectors/e10_halve.py", "halve")
    (root / "modules" / "notes").mkdir()
    found = [(module.slug, [path.name for path in module.exercises]) for module in catalog.modules()]
    assert found == [("02_vectors", ["e2_double.py", "e10_halve.py"]), ("10_later", ["e1_triple.py"])]


def test_a_module_knows_its_lesson(root: Path) -> None:
    """A module may have a lesson, and need not."""
    add(root, "10_later/e1_triple.py", "triple")
    vectors, later = catalog.modules()
    assert (vectors.lesson, later.lesson) == (root / "modules" / "02_vectors" / "lesson.py", None)
    assert (vectors.number, vectors.name) == (2, "vectors")


def test_an_exercise_is_found_by_its_id(root: Path) -> None:
    """The id is enough, and an id that ends alike is another one."""
    add(root, "02_vectors/e1_re_double.py", "re_double")
    assert catalog.find("double") == root / "modules" / "02_vectors" / "e2_double.py"


def test_an_exercise_is_found_by_its_former_id(root: Path) -> None:
    """A learner's old notebook still finds its exercise."""
    assert catalog.find("twice") == root / "modules" / "02_vectors" / "e2_double.py"


def test_former_ids_may_stand_on_lines_of_their_own(root: Path) -> None:
    """Both ways of writing a YAML list are read."""
    path = add(root, "02_vectors/e1_halve.py", "halve", was="\n#   - half\n#   - by_two")
    assert catalog.find("by_two") == path


@pytest.mark.parametrize("typed", ["doubel", "dooble"])
def test_an_unknown_id_names_the_nearest(root: Path, typed: str) -> None:
    """A typing mistake is answered with what was probably meant."""
    with pytest.raises(UnknownExercise, match="Did you mean 'double'") as caught:
        catalog.find(typed)
    assert caught.value.nearest == ("double",)


@pytest.mark.parametrize("typed", ["", "*", "**", "../x", "no such thing", "[0-9]"])
def test_an_impossible_id_is_merely_unknown(root: Path, typed: str) -> None:
    """Whatever is typed, the answer is a sentence."""
    with pytest.raises(UnknownExercise):
        catalog.find(typed)


def test_an_unchanged_file_is_read_once(root: Path) -> None:
    """Checking again does not parse again, and an edit counts at once."""
    first = catalog.load("double")
    assert catalog.load("double") is first
    path = root / "modules" / "02_vectors" / "e2_double.py"
    path.write_text(TEXT.replace("minutes: 15", "minutes: 150"), encoding="utf-8")
    assert catalog.load("double").minutes == 150


def test_all_exercises_come_in_course_order(root: Path) -> None:
    """Lists shown to learners follow the course."""
    add(root, "10_later/e1_triple.py", "triple")
    add(root, "02_vectors/e1_halve.py", "halve")
    assert [exercise.label for exercise in catalog.load_all()] == ["2.1", "2.2", "10.1"]


def test_mistakes_of_all_files_come_at_once(root: Path) -> None:
    """One run names every broken file."""
    for place in ("02_vectors/e1_halve.py", "10_later/e1_triple.py"):
        path = add(root, place, "other")
        path.write_text(path.read_text(encoding="utf-8").replace("stars: 2", "stars: 7"), encoding="utf-8")
    with pytest.raises(ContentErrors) as caught:
        catalog.load_all()
    assert {error.path.name for error in caught.value.errors} == {"e1_halve.py", "e1_triple.py"}


@pytest.mark.parametrize(
    ("place", "exercise_id", "was", "found"),
    [
        ("10_later/e1_double.py", "double", "[]", "the id 'double', taken by"),
        ("10_later/e1_twice.py", "twice", "[]", "the id 'twice', taken by"),
        ("10_later/e1_other.py", "other", "[double]", "the id 'double', taken by"),
        ("02_vectors/e2_other.py", "other", "[]", "the number 2.2, taken by"),
        ("02_more/e2_other.py", "other", "[]", "the number 2.2, taken by"),
    ],
)
def test_ids_and_numbers_are_unique(root: Path, place: str, exercise_id: str, was: str, found: str) -> None:
    """Two exercises never share an id, a former id or a number."""
    add(root, place, exercise_id, was)
    with pytest.raises(ContentErrors) as caught:
        catalog.load_all()
    (error,) = caught.value.errors
    assert error.found.startswith(found)


@pytest.mark.parametrize("name", ["2_vectors/e1_a.py", "02_vectors/double.py", "02_vectors/e01_double.py"])
def test_files_that_would_be_passed_over_are_named(root: Path, name: str) -> None:
    """A wrongly named file is a mistake, not a missing exercise."""
    path = root / "modules" / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    with pytest.raises(ContentErrors, match="expected"):
        catalog.load_all()


def test_an_installed_course_carries_its_content(root: Path) -> None:
    """What a wheel put inside the package comes first."""
    inside = root / "course" / "modules"
    inside.mkdir(parents=True)
    assert catalog.content_root() == inside
    assert catalog.content_dir("assignments") == root / "assignments"
