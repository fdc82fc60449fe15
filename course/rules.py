"""The rules that hold between the cells of an exercise file.

Each rule is one small function from a draft to the problems it sees; none trusts that another rule held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.cells import Problem
from course.exercise import POINTS_PER_STAR
from course.fields import one_of
from course.roles import FILE_NAME
from course.solution import BrokenRegions, bound_names, clear, regions
from course.syntax import syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.roles import Draft

HINTS = 3
MODULE_NAME = re.compile(r"\d\d_[a-z][a-z0-9_]*")

_ANSWERS = ("answer", "alternative", "misconception", "variant")
_PHRASE_OF_NBGRADER = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|AUTOTEST ")


def problems_of(draft: Draft) -> list[Problem]:
    """Apply every rule."""
    return [problem for rule in _RULES for problem in rule(draft)]


def _file_name(draft: Draft) -> Iterator[Problem]:
    name, folder = draft.path.name, draft.path.absolute().parent.name
    match = FILE_NAME.fullmatch(name)
    exercise_id = draft.header.values.get("id")
    if not match:
        yield Problem(1, f"the file name {name!r}", "eK_id.py with the number K and the id of the exercise")
    elif exercise_id not in (None, match["id"]):
        line = draft.header.lines["id"]
        yield Problem(line, f"the id {exercise_id!r} in the file {name!r}", f"id: {match['id']}")
    if not MODULE_NAME.fullmatch(folder):
        yield Problem(1, f"the folder {folder!r}", "a module's folder such as '02_linear_algebra_numpy'")


def _counts(draft: Draft) -> Iterator[Problem]:
    """Each role as often as an exercise needs it."""
    end = max((part.line for part in draft.parts), default=1)
    for role, fewest, most, expected in (
        ("answer", 1, 1, "exactly one cell with the role 'answer'"),
        ("shared", 0, 1, "one cell with the role 'shared' at most"),
        ("picture", 0, 1, "one cell with the role 'picture' at most"),
        ("check", 1, None, "at least one cell with the role 'check'"),
        ("hint", HINTS, HINTS, f"exactly {HINTS} hints"),
        ("explanation", 1, 1, "exactly one cell with the role 'explanation'"),
        ("alternative", 1, None, "at least one cell with the role 'alternative', built differently"),
    ):
        parts = draft.of(role)
        if len(parts) < fewest:
            yield Problem(parts[-1].line if parts else end, f"{len(parts) or 'no'} {role} cells", expected)
        elif most is not None and len(parts) > most:
            yield Problem(parts[most].line, f"{len(parts)} {role} cells", expected)


def _order(draft: Draft) -> Iterator[Problem]:
    """Statement, answer, everything else."""
    answer = next((index for index, part in enumerate(draft.parts) if part.role == "answer"), None)
    if answer is None:
        return
    if not any(part.cell.kind == "markdown" for part in draft.parts[:answer]):
        yield Problem(draft.parts[answer].line, "no statement above the answer cell", "a markdown cell")
    for part in draft.parts[:answer]:
        if part.role not in ("", "unknown"):
            yield Problem(part.line, f"a {part.role} cell above the answer cell", "all other roles below it")
    for part in draft.parts[answer + 1 :]:
        if not part.role:
            found = f"a {part.cell.kind} cell without a role below the answer cell"
            yield Problem(part.line, found, "a role=, or its place above")


def _texts(draft: Draft) -> Iterator[Problem]:
    """Every cell says something, in markdown or code."""
    for part in draft.parts:
        if not part.cell.text.strip():
            yield Problem(part.line, f"an empty {part.role or 'statement'} cell", "text, or no cell")
        if part.cell.kind == "raw":
            yield Problem(part.line, "a raw cell", "markdown or code")


def _phrases(draft: Draft) -> Iterator[Problem]:
    """What enters a notebook holds none of the marks that nbgrader acts upon, solution regions excepted."""
    for part in draft.of("", "answer"):
        for number, line in enumerate(part.cell.text.split("\n"), part.cell.line):
            phrase = _PHRASE_OF_NBGRADER.search(line)
            if phrase and not (part.role == "answer" and phrase[2] == "SOLUTION"):
                yield Problem(number, f"{phrase[0]!r}, which nbgrader acts upon", "other words")


def _names(draft: Draft) -> Iterator[Problem]:
    """Every answer defines the exercise's id."""
    exercise_id = draft.header.values.get("id")
    for part in draft.of(*_ANSWERS) if exercise_id else ():
        if part.tree and part.tree.body and exercise_id not in bound_names(part.tree):
            found = f"no {exercise_id!r} in a cell with the role {part.role!r}"
            yield Problem(part.cell.line, found, f"def {exercise_id}")


def _picture(draft: Draft) -> Iterator[Problem]:
    """A picture is drawn by a function of that name."""
    for part in draft.of("picture"):
        if part.tree and part.tree.body and "picture" not in bound_names(part.tree):
            found = "no 'picture' in a cell with the role 'picture'"
            yield Problem(part.cell.line, found, "def picture(got, expected, …)")


def _regions(draft: Draft) -> Iterator[Problem]:
    """The answer has solution regions, and stays valid without them."""
    for part in draft.of("answer"):
        line, text = part.cell.line, part.cell.text
        try:
            regions(text)
        except BrokenRegions as error:
            yield Problem(line + error.index, error.found, error.expected)
            continue
        starter, problem = syntax(clear(text), line)
        if part.tree and (not starter or bound_names(starter) != bound_names(part.tree)):
            found = problem.found if problem else "names that exist only inside the solution region"
            yield Problem(line, f"a starter with {found}", "solution regions inside the bodies alone")


def _unique_names(draft: Draft) -> Iterator[Problem]:
    for roles in (("check",), ("alternative", "misconception", "variant")):
        seen: set[str] = set()
        for part in draft.of(*roles):
            if part.name in seen and "name" in part.options:
                yield Problem(part.line, f"a second {part.role} named {part.name!r}", "a name of its own")
            seen.add(part.name)


def _points(draft: Draft) -> Iterator[Problem]:
    stars, checks = draft.header.values.get("stars"), draft.of("check")
    if stars is None or not checks or any("points" not in part.options for part in checks):
        return
    points = sum(part.options["points"] for part in checks)
    if points != POINTS_PER_STAR * stars:
        found = f"{points} points in all checks together with stars: {stars}"
        yield Problem(draft.header.lines["stars"], found, f"{POINTS_PER_STAR * stars} points")


def _needs(draft: Draft) -> Iterator[Problem]:
    """A check needs checks that stand above it."""
    above: list[str] = []
    for part in draft.of("check"):
        for name in part.needs:
            if name not in above:
                yield Problem(part.line, f"needs={name!r}, no check above", one_of(above, name))
        above.append(part.name)


def _references(draft: Draft) -> Iterator[Problem]:
    """`fails` names a check, `of` names a misconception."""
    checks = [part.name for part in draft.of("check")]
    misconceptions = [part.name for part in draft.of("misconception")]
    for role, option, known in (("misconception", "fails", checks), ("variant", "of", misconceptions)):
        for part in draft.of(role):
            name = part.options.get(option)
            if name is not None and name not in known:
                yield Problem(part.line, f"{option}={name!r}, which no cell is named", one_of(known, name))


def _remedies(draft: Draft) -> Iterator[Problem]:
    for part in draft.of("misconception"):
        if part.remedy is None and part.cell.text.strip():
            expected = "one or two sentences to the learner, as the comment lines on top of the cell"
            yield Problem(part.cell.line, "a misconception without a remedy", expected)


_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    _file_name, _counts, _order, _texts, _phrases, _names, _picture, _regions, _unique_names,
    _points, _needs, _references, _remedies,
)  # fmt: skip
