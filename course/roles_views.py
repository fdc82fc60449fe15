"""Roles that people grow into, as views over the same skills: how much is shown, and what adds most.

A skill that is still coming counts as not shown, so that no view promises more than the course has.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.fields import Field, is_line, is_list_of, matches
from course.toml_files import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.mastery import Graded, Standing
    from course.skill_views import SkillView

ROLES_FILE = Path(__file__).with_name("roles.toml")
_FIELDS = {
    "id": Field(matches(r"[a-z][a-z0-9_]*"), "a word such as data_scientist"),
    "title": Field(is_line, "one line of text"),
    "does": Field(is_line, "one sentence"),
    "skills": Field(is_list_of(matches(r"S\d{3}")), "a list of skills such as ['S025']"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """A role, and the skills that it leans on."""

    id: str
    title: str
    does: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """How much of a role the evidence shows."""

    role: Role
    share: float
    """Mean mastery of its skills, from 0 to 1."""
    skills: tuple[SkillView, ...]
    shown: int
    """Skills that are proficient or better."""
    coming: int
    """Skills that nothing shows yet."""
    adds_most: str | None
    """Folder of the module whose exercises would add most; None where nothing written adds anything."""
    gain: float
    """How much `share` would rise by all of that module's exercises."""


def read_roles(path: Path = ROLES_FILE) -> tuple[Role, ...]:
    """Read the roles in the order of the file; raises `ContentErrors` with every mistake in it."""
    return tuple(Role(**values) for values, _ in read_tables(path, "role", _FIELDS))


def role_views(
    roles: Iterable[Role],
    views: Mapping[str, SkillView],
    tasks: Sequence[Graded],
    standing: Mapping[str, Standing],
) -> tuple[RoleView, ...]:
    """Return each role with what is shown of it."""
    per_skill = _open_shares(tasks, standing)
    return tuple(_view(role, views, per_skill) for role in roles)


def _view(
    role: Role, views: Mapping[str, SkillView], per_skill: Mapping[str, Mapping[str, float]]
) -> RoleView:
    skills = tuple(views[name] for name in role.skills)
    gains: dict[str, float] = {}
    for name in role.skills:
        for module, gain in per_skill.get(name, {}).items():
            gains[module] = gains.get(module, 0.0) + gain / len(skills)
    best = max(gains, key=lambda module: round(gains[module], 9), default=None)
    gain = gains[best] if best else 0.0
    return RoleView(
        role=role,
        share=round(sum(view.mastery for view in skills) / len(skills), 6),
        skills=skills,
        shown=sum(view.is_shown for view in skills),
        coming=sum(view.coming for view in skills),
        adds_most=best if gain > 1e-9 else None,
        gain=round(gain, 6),
    )


def _open_shares(tasks: Sequence[Graded], standing: Mapping[str, Standing]) -> dict[str, dict[str, float]]:
    """Return by skill and module how much the module's exercises could still add to the skill."""
    total: dict[str, int] = {}
    still: dict[str, dict[str, float]] = {}
    for task in tasks:
        for skill in dict.fromkeys(task.skills):
            total[skill] = total.get(skill, 0) + task.points
            at = still.setdefault(skill, {})
            left = (1 - standing[task.id].mastery) * task.points
            at[task.module] = at.get(task.module, 0.0) + left
    return {
        skill: {module: left / total[skill] for module, left in at.items()} for skill, at in still.items()
    }
