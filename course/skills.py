"""The skills that the course names, the career levels above them, and the exercises that show each skill.

`skills.toml` holds wording, field and plans, `levels.toml` what a level asks for. Which exercises show a
skill is nowhere listed: their headers say it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from course import catalog
from course.errors import ContentError, ContentErrors
from course.fields import Field, is_line, is_list_of, is_positive_number, matches
from course.toml_files import line_of, read_entry, read_tables, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from course.exercise import Exercise

SKILLS_FILE = Path(__file__).with_name("skills.toml")
LEVELS_FILE = Path(__file__).with_name("levels.toml")

Kind = Literal["exercise", "capstone", "lesson", "outside"]
KINDS: tuple[Kind, ...] = ("exercise", "capstone", "lesson", "outside")


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that an engineer can do, in the words of the course."""

    id: str
    text: str
    field: str
    kind: Kind = "exercise"
    """What shows it: exercises, a capstone, a lesson that is read, or life outside the course."""
    planned: tuple[str, ...] = ()
    """Exercises (`M05.1`) and modules (`M05`) that will show it once they are written."""
    capstones: tuple[str, ...] = ()
    """Capstones of which any shows it."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the career, and what the course asks for on it."""

    id: str
    title: str
    does: str
    """What somebody does on this level, in one sentence."""
    modules: tuple[int, ...]
    module_share: float
    """Share of its points that each module needs, from 0 to 1."""
    points_share: float
    """Share of the points of all its modules together."""
    capstone: str
    criteria: tuple[str, ...]
    """Criteria of the capstone's rubric without which it does not count."""
    requires: tuple[str, ...]
    """Levels that have to be reached, too."""
    skills: tuple[str, ...]
    outside: tuple[str, ...]
    """Skills that only life outside can add."""


def _is_share(value: object) -> bool:
    return is_positive_number(value) and value <= 1  # ty: ignore[unsupported-operator]


_is_id, _is_skill = matches(r"[a-z][a-z0-9_]*"), matches(r"S\d{3}")
_is_module = range(100).__contains__
_SKILL_FIELDS = {
    "text": Field(is_line, "one line of text"),
    "field": Field(is_line, "one of `fields`"),
    "kind": Field(KINDS.__contains__, f"one of {', '.join(KINDS)}", "exercise"),
    "capstones": Field(is_list_of(_is_id), "a list such as ['capstone_a']", ()),
    "planned": Field(is_list_of(matches(r"M\d\d(\.[1-9]\d?)?")), "a list such as ['M05', 'M06.1']", ()),
}
_LEVEL_FIELDS = {
    "id": Field(_is_id, "a word such as entry"),
    "title": Field(is_line, "one line of text"),
    "does": Field(is_line, "one sentence"),
    "modules": Field(is_list_of(_is_module), "a list of module numbers"),
    "module_share": Field(_is_share, "a share above 0, at most 1"),
    "points_share": Field(_is_share, "a share above 0, at most 1"),
    "capstone": Field(_is_id, "a word such as capstone_a"),
    "criteria": Field(is_list_of(is_line), "a list of criteria", ()),
    "requires": Field(is_list_of(_is_id), "a list of levels", ()),
    "skills": Field(is_list_of(_is_skill), "a list of skills such as ['S025']"),
    "outside": Field(is_list_of(_is_skill), "a list of skills such as ['S025']"),
}


def read_skills(path: Path = SKILLS_FILE) -> tuple[Skill, ...]:
    """Read the skills in the order of the file; raises `ContentErrors` with every mistake in it."""
    text, data = read_toml(path)
    skills, errors = [], []
    for skill_id, entry in data.get("skills", {}).items():
        line = line_of(text, skill_id)
        values, problems = read_entry(
            _SKILL_FIELDS, entry, skill_id, defaultdict(lambda line=line: line), line
        )
        errors += [ContentError(path, *problem) for problem in problems]
        if not problems:
            skills.append(Skill(skill_id, **values))
            errors += _skill_mistakes(skills[-1], data.get("fields", []), path, line)
    if errors or not skills:
        raise ContentErrors(errors or [ContentError(path, 1, "no skills", "[skills]")])
    return tuple(skills)


def read_skill_fields(path: Path = SKILLS_FILE) -> tuple[str, ...]:
    """Return the fields in the order in which learners see them."""
    return tuple(read_toml(path)[1]["fields"])


def _skill_mistakes(skill: Skill, fields: Sequence[str], path: Path, line: int) -> Iterator[ContentError]:
    if not _is_skill(skill.id):
        yield ContentError(path, line, f"the id {skill.id!r}", "one such as S025")
    if skill.field not in fields:
        yield ContentError(path, line, f"field {skill.field!r}", f"one of {', '.join(fields)}")
    if skill.planned and skill.kind != "exercise":
        yield ContentError(path, line, f"planned exercises of kind {skill.kind!r}", "kind 'exercise'")
    if bool(skill.capstones) != (skill.kind == "capstone"):
        found = f"{len(skill.capstones)} capstones of kind {skill.kind!r}"
        yield ContentError(
            path, line, found, "capstones = [...] where the kind is 'capstone', and only there"
        )


def read_levels(path: Path = LEVELS_FILE) -> tuple[Level, ...]:
    """Read the levels, lowest first; raises `ContentErrors` with every mistake in the file."""
    levels, errors = [], []
    for values, start in read_tables(path, "level", _LEVEL_FIELDS):
        below = {level.id for level in levels}
        levels.append(Level(**values))
        if unknown := set(levels[-1].requires) - below:
            line = line_of(path.read_text(encoding="utf-8"), "requires", start)
            found = f"requires {', '.join(sorted(unknown))}"
            errors.append(ContentError(path, line, found, "levels that stand above it here"))
    if errors:
        raise ContentErrors(errors)
    return tuple(levels)


def homes(exercises: Iterable[Exercise]) -> dict[str, tuple[Exercise, ...]]:
    """Return the exercises that show each skill, in course order, as their headers say."""
    found: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        for skill in dict.fromkeys(exercise.skills):
            found.setdefault(skill, []).append(exercise)
    return {skill: tuple(at) for skill, at in sorted(found.items())}


def check(path: Path = SKILLS_FILE, levels_path: Path = LEVELS_FILE) -> list[ContentError]:
    """Return what does not fit between skills, levels and the exercises that exist.

    Raises `ContentErrors` where one of the files cannot be read.
    """
    skills, exercises = read_skills(path), catalog.load_all()
    text = path.read_text(encoding="utf-8")
    shown = homes(exercises)
    labels = {name for exercise in exercises for name in _labels(exercise)}
    errors = [
        e for skill in skills for e in _plan_mistakes(skill, labels, shown, path, line_of(text, skill.id))
    ]
    errors += _unknown_in_headers(exercises, {skill.id for skill in skills})
    return [*errors, *_level_mistakes(read_levels(levels_path), skills, levels_path)]


def _labels(exercise: Exercise) -> tuple[str, str]:
    """Return how a plan would name the exercise, and its module."""
    module = f"M{exercise.module[:2]}"
    return module, f"{module}.{exercise.number}"


def _plan_mistakes(
    skill: Skill, labels: set[str], shown: Mapping[str, object], path: Path, line: int
) -> Iterator[ContentError]:
    for name in skill.planned:
        if name in labels:
            expected = "only what is still to be written; the header of an exercise names its skills"
            yield ContentError(path, line, f"{skill.id} planned for {name}, which exists", expected)
    if skill.kind == "exercise" and not skill.planned and skill.id not in shown:
        found = f"{skill.id} without an exercise or a plan"
        yield ContentError(
            path, line, found, f"an exercise with {skill.id} in its header, or planned = [...]"
        )
    if skill.kind == "outside" and skill.id in shown:
        yield ContentError(path, line, f"{skill.id} 'outside', with an exercise", "kind 'exercise'")


def _unknown_in_headers(exercises: Iterable[Exercise], known: set[str]) -> Iterator[ContentError]:
    for exercise in exercises:
        if unknown := sorted(set(exercise.skills) - known):
            line = line_of(exercise.path.read_text(encoding="utf-8"), "# *skills")
            yield ContentError(exercise.path, line, f"skills {', '.join(unknown)}", "skills of skills.toml")


def _level_mistakes(levels: Iterable[Level], skills: Iterable[Skill], path: Path) -> Iterator[ContentError]:
    kinds = {skill.id: skill.kind for skill in skills}
    text = path.read_text(encoding="utf-8")
    for level in levels:
        start = line_of(text, f'id *= *"{level.id}"', suffix="")
        wrong = [name for name in level.skills if kinds.get(name, "outside") == "outside"]
        wrong += [name for name in level.outside if kinds.get(name) != "outside"]
        if wrong:
            expected = "under `outside` what has that kind in skills.toml, under `skills` the rest"
            yield ContentError(path, start, f"{', '.join(wrong)} in the level {level.id}", expected)
