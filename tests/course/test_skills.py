"""The skills and levels are complete, and fit the exercises that exist."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course import catalog, skills
from course.errors import ContentErrors
from course.skills import check, homes, read_levels, read_skill_fields, read_skills

DATA = Path(__file__).parent / "data"
HEAD = 'fields = ["Mathematics"]\n[skills]\n'
ONE = 'S001 = { text = "Adds", field = "Mathematics", planned = ["M05.1"] }\n'


def mistakes(tmp_path: Path, text: str) -> list[str]:
    """Return the mistakes in a file of skills, as line and message."""
    path = tmp_path / "skills.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentErrors) as caught:
        read_skills(path)
    return [f"{error.line}: found {error.found}; expected {error.expected}" for error in caught.value.errors]


def test_there_are_146_skills_each_in_words_of_its_own() -> None:
    """S001 to S146, in order, no text twice."""
    found = read_skills()

    assert [skill.id for skill in found] == [f"S{number:03d}" for number in range(1, 147)]
    assert len({skill.text for skill in found}) == 146
    assert {skill.field for skill in found} == set(read_skill_fields())


def test_skills_levels_and_exercises_fit_together() -> None:
    """No plan names what exists, no header names an unknown skill, no skill is without a home or a plan."""
    assert [str(error) for error in check()] == []


def test_a_plan_names_an_exercise_once_and_in_order() -> None:
    """Whoever writes module 05 finds what it is planned to show by one search."""
    for skill in read_skills():
        keys = [tuple(map(int, re.findall(r"\d+", name))) for name in skill.planned]
        assert keys == sorted(set(keys)), skill.id


def test_every_module_belongs_to_one_level() -> None:
    """The four levels share out the twenty modules and the four capstones."""
    levels = read_levels()

    assert [level.title for level in levels] == ["Entry", "Junior", "Mid-level", "Senior"]
    assert [number for level in levels for number in level.modules] == list(range(20))
    assert [level.capstone for level in levels] == [f"capstone_{letter}" for letter in "abcd"]


def test_homes_come_from_the_headers() -> None:
    """A skill's exercises are those that name it, in course order."""
    exercises = catalog.load_all()
    found = homes(exercises)

    assert found
    for skill, at in found.items():
        assert [e.id for e in at] == [e.id for e in exercises if skill in e.skills]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with the sample module 02 alone; returns where its skills stand."""
    shutil.copytree(DATA / "modules", tmp_path / "modules")
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    return tmp_path / "skills.toml"


def test_what_does_not_fit_is_reported_with_its_place(sample: Path) -> None:
    """A stale plan, a skill without anything, an unknown skill: each names the line to mend."""
    shown = sorted(homes(catalog.load_all()))
    lines = [f'{skill} = {{ text = "Does {skill}", field = "Mathematics" }}' for skill in shown[1:]]
    text = f'{HEAD}{ONE.replace("M05.1", "M02.2")}S002 = {{ text = "Floats", field = "Mathematics" }}\n'
    sample.write_text(text + "\n".join(lines), encoding="utf-8")

    found = [(error.path.name, error.line, error.found) for error in check(sample)]

    assert ("skills.toml", 3, "S001 planned for M02.2, which exists") in found
    assert ("skills.toml", 4, "S002 without an exercise or a plan") in found
    named = [(name, what) for name, _, what in found if what == f"skills {shown[0]}"]
    assert named
    assert all(name.startswith("e") for name, _ in named)


@pytest.mark.parametrize("plan", ["M02", "M02.2"])
def test_a_plan_may_not_name_what_exists(sample: Path, plan: str) -> None:
    """The lists shrink as modules are written: the whole module's name goes first, then each exercise's."""
    sample.write_text(HEAD + ONE.replace("M05.1", plan), encoding="utf-8")

    assert f"S001 planned for {plan}, which exists" in [error.found for error in check(sample)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + ONE.replace("S001", "S1"), "3: found the id 'S1'; expected one such as S025"),
        (HEAD + ONE.replace("field =", "filed ="), "3: found 'filed' in S001; expected 'field'"),
        (HEAD + ONE.replace('"Mathematics"', '"Maths"'), "3: found field 'Maths'; expected one of Mathematics"),
        (HEAD + ONE.replace("M05.1", "5.1"), "3: found planned ['5.1']; expected a list such as ['M05', 'M06.1']"),
        (HEAD + ONE.replace(" }", ', kind = "lesson" }'),
         "3: found planned exercises of kind 'lesson'; expected kind 'exercise'"),
        (HEAD + "S001 = 3\n", "3: found S001 = 3; expected a table of its own"),
        (HEAD, "1: found no skills; expected [skills]"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    """Where, what was found, what was expected."""
    assert expected in mistakes(tmp_path, text)


def test_the_same_skill_twice_is_a_mistake_with_its_line(tmp_path: Path) -> None:
    """TOML itself refuses it, and we say on which line."""
    (message,) = mistakes(tmp_path, HEAD + ONE + ONE)

    assert message.startswith("4: found broken TOML")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('id = "mid"\n', 'id = "Mid"\n', "id 'Mid'"),
        ('requires = ["entry", "junior", "mid"]', 'requires = ["chief"]', "requires chief"),
        ('outside = ["S098"]', "outside = 98", "outside 98"),
    ],
)
def test_a_mistake_in_a_level_is_named_with_its_line(tmp_path: Path, old: str, new: str, found: str) -> None:
    """The line is that of the level at fault, although every level has the same keys."""
    path = tmp_path / "levels.toml"
    before, after = skills.LEVELS_FILE.read_text(encoding="utf-8").split(old)
    path.write_text(before + new + after, encoding="utf-8")

    with pytest.raises(ContentErrors) as caught:
        read_levels(path)

    (error, *_) = caught.value.errors
    assert (error.line, error.found) == (before.count("\n") + 1, found)


def test_a_level_may_not_compute_what_life_outside_adds(tmp_path: Path) -> None:
    """A degree among the skills that the course shows is a mistake."""
    path = tmp_path / "levels.toml"
    text = skills.LEVELS_FILE.read_text(encoding="utf-8")
    path.write_text(text.replace('"S078", ', '"S082", '), encoding="utf-8")

    assert [error.found for error in check(levels_path=path)] == ["S082 in the level entry"]
