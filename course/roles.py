"""What the cells of an exercise file may be: their roles, and the options of each role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from course.cells import Problem
from course.fields import Field, is_count, is_flag, is_line, is_list_of, one_of, read_fields
from course.header import ID_PATTERN
from course.syntax import syntax

if TYPE_CHECKING:
    import ast
    from pathlib import Path

    from course.cells import RawCell
    from course.exercise import CellKind
    from course.header import Header

FILE_NAME = re.compile(rf"e(?P<number>[1-9]\d*)_(?P<id>{ID_PATTERN})\.py")

_NAME = Field(is_line, "a name in double quotes that a learner understands")
_CHECK_NAMES = Field(
    lambda value: is_line(value) or is_list_of(is_line)(value),
    'the name of a check, or a list ["…", "…"]',
    (),
)
_KEYS_OF_JUPYTEXT = frozenset(
    ("active", "cell_marker", "collapsed", "deletable", "editable", "endofcell", "execution", "jupyter")
    + ("language", "lines_to_end_of_cell_marker", "lines_to_next_cell", "noskipline", "scrolled", "skipline")
    + ("slideshow", "tags", "trusted")
)


class Role(NamedTuple):
    """What a cell of this role must be."""

    kind: CellKind | None
    fields: dict[str, Field]


ROLES = {
    "": Role(None, {}),
    "answer": Role("code", {}),
    "shared": Role("code", {}),
    "check": Role(
        "code",
        {
            "name": _NAME,
            "points": Field(is_count, "a whole number from 0"),
            "hidden": Field(is_flag, "true or false", default=False),
            "needs": _CHECK_NAMES,
            "where": Field(("judge", "inside").__contains__, '"judge" or "inside"', "judge"),
        },
    ),
    "hint": Role("markdown", {}),
    "explanation": Role("markdown", {}),
    "picture": Role("code", {}),
    "alternative": Role("code", {"name": _NAME}),
    "misconception": Role(
        "code", {"name": _NAME, "fails": Field(is_line, "the name of the check on which it fails")}
    ),
    "variant": Role(
        "code",
        {
            "name": Field(is_line, _NAME.expected, ""),
            "of": Field(is_line, "the name of the misconception of which it is a second version"),
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A cell whose role is known; its options are those that were usable."""

    role: str
    """Empty for a cell of the statement."""
    cell: RawCell
    options: dict[str, Any]
    tree: ast.Module | None = None
    """The cell's syntax tree; none for prose and for code that Python refuses."""

    @property
    def line(self) -> int:
        """Line of the cell's marker."""
        return self.cell.marker

    @property
    def name(self) -> str:
        """The name that the cell carries, or one that says which cell it is."""
        return str(self.options.get("name") or f"{self.options.get('of', self.role)}, written differently")

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the checks that must have passed before this one."""
        needs = self.options.get("needs", ())
        return (needs,) if isinstance(needs, str) else tuple(needs)

    @property
    def remedy(self) -> str | None:
        """The comment lines that the cell begins with, as one paragraph."""
        lines = self.cell.text.split("\n")
        end = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
        return " ".join(line.lstrip("# ").rstrip() for line in lines[:end]).strip() or None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that was found in one file, right or wrong."""

    path: Path
    header: Header
    parts: tuple[Part, ...]

    def of(self, *roles: str) -> list[Part]:
        """Return the cells of these roles in order."""
        return [part for part in self.parts if part.role in roles]

    @property
    def number(self) -> int:
        """K of `eK_id.py`, 0 where the file is not named so."""
        match = FILE_NAME.fullmatch(self.path.name)
        return int(match["number"]) if match else 0


def read_part(cell: RawCell) -> tuple[Part, list[Problem]]:
    """Find out a cell's role and read the options that the role allows."""
    problems = [*cell.problems, *_command_problems(cell), *_title_problems(cell)]
    typed = {key: value for key, value in cell.options.items() if not _is_of_jupytext(key)}
    role = typed.pop("role", "")
    if not isinstance(role, str) or role not in ROLES:
        unknown = Problem(cell.marker, f"the role {role!r}", one_of(list(filter(None, ROLES)), role))
        return Part("unknown", cell, {}), [*problems, unknown]
    kind, fields = ROLES[role]
    owner = f"a cell with the role {role!r}" if role else "a cell without a role"
    options, mistakes = read_fields(fields, typed, dict.fromkeys(typed, cell.marker), owner, cell.marker)
    tree, refused = (
        syntax(cell.text, cell.line) if cell.kind == "code" and kind != "markdown" else (None, None)
    )
    problems += [*mistakes, *_kind_problems(cell, role, kind)]
    return Part(role, cell, options, tree), [*problems, refused] if refused else problems


def _kind_problems(cell: RawCell, role: str, kind: CellKind | None) -> list[Problem]:
    if kind in (None, cell.kind):
        return []
    marker = "# %%" if kind == "code" else f"# %% [{kind}]"
    return [Problem(cell.marker, f"a {cell.kind} cell with the role {role!r}", f"a {kind} cell: {marker}")]


def _is_of_jupytext(key: str) -> bool:
    return key in _KEYS_OF_JUPYTEXT or not key.isidentifier()


def _command_problems(cell: RawCell) -> list[Problem]:
    return [
        Problem(
            line,
            "a line that Jupyter runs as a command",
            "plain Python; reword a comment that looks like one",
        )
        for line in cell.commands
    ]


def _title_problems(cell: RawCell) -> list[Problem]:
    """Refuse `# %% check`: a title is easily mistaken for a role."""
    if not cell.title:
        return []
    return [
        Problem(
            cell.marker, f"the title {cell.title!r} on a cell marker", 'options only, such as role="answer"'
        )
    ]
