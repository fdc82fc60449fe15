"""What the course consists of, as the tracker sees it: exercises, modules, skills, levels, roles.

Also what is still to be written. A skill that no exercise shows yet is *coming*, and so is a capstone without
a file; both are shown as such and count for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from course import catalog
from course.fields import Field, is_line, is_list_of
from course.lesson import module_title
from course.mastery import Graded
from course.roles_views import Role, read_roles
from course.skills import Level, Skill, read_levels, read_skill_fields, read_skills
from course.toml_files import read_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

MODULES_FILE = Path(__file__).with_name("modules.toml")
_is_number = range(100).__contains__
_FIELDS = {
    "number": Field(_is_number, "the module's number"),
    "name": Field(is_line, "a few words"),
    "after": Field(is_list_of(_is_number), "a list of module numbers", ()),
}


class Task(Graded, Protocol):
    """What has to be known of an exercise to show it; `course.exercise.Exercise` says it."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def minutes(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class PlannedModule:
    """A module of the course, written or still to come."""

    number: int
    name: str
    """A few words, for charts."""
    after: tuple[int, ...]
    """Numbers of the modules that come before it."""


@dataclass(frozen=True)
class Syllabus:
    """Everything that evidence is mapped to."""

    tasks: tuple[Task, ...]
    """In course order."""
    titles: Mapping[str, str]
    """A title for each module folder that there is."""
    modules: tuple[PlannedModule, ...]
    fields: tuple[str, ...]
    skills: tuple[Skill, ...]
    levels: tuple[Level, ...]
    roles: tuple[Role, ...]
    capstones: frozenset[str]
    """Capstones that are written."""

    @cached_property
    def by_id(self) -> dict[str, Task]:
        """The exercises by their present id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def shown(self) -> frozenset[str]:
        """Skills that some exercise shows by now."""
        return frozenset(skill for task in self.tasks for skill in task.skills)

    def is_coming(self, skill: Skill) -> bool:
        """Whether nothing that shows a skill has been written yet, though it is planned."""
        if skill.kind == "capstone":
            return self.capstones.isdisjoint(skill.capstones)
        return skill.kind == "exercise" and skill.id not in self.shown

    @cached_property
    def written(self) -> frozenset[int]:
        """Numbers of the modules that have exercises."""
        return frozenset(int(task.module[:2]) for task in self.tasks if task.module[:2].isdigit())


def read_syllabus() -> Syllabus:
    """Read the content; raises `ContentErrors` with the mistakes in it."""
    tasks, levels = tuple(catalog.load_all()), read_levels()
    return Syllabus(
        tasks=tasks,
        titles={module.slug: _title(module) for module in catalog.modules()},
        modules=read_plan(),
        fields=read_skill_fields(),
        skills=read_skills(),
        levels=levels,
        roles=read_roles(),
        capstones=frozenset(task.id for task in tasks) & {level.capstone for level in levels},
    )


def read_plan(path: Path = MODULES_FILE) -> tuple[PlannedModule, ...]:
    """Read the planned modules; raises `ContentErrors` with the mistakes in the file."""
    return tuple(PlannedModule(**values) for values, _ in read_tables(path, "module", _FIELDS))


def _title(module: catalog.Module) -> str:
    changed = module.lesson.stat().st_mtime_ns if module.lesson else 0
    return _cached_title(module, changed)


@lru_cache(maxsize=128)
def _cached_title(module: catalog.Module, _changed: int) -> str:
    return module_title(module)
