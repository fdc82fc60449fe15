"""The rules that hold between the cells of an exercise file.

Each rule is one small function from a draft to the problems it sees; none trusts that another rule held.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from course.cells import Problem
from course.exercise import POINTS_PER_STAR
from course.fields import one_of
from course.roles import FILE_NAME
from course.solution import BrokenRegions, bound_names, clear, regions

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


def syntax(text: str, line: int) -> tuple[ast.Module | None, Problem | None]:
    """Compile a cell whose text begins on `line`; a warning of the compiler counts as a mistake."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            tree = ast.parse(text)
            compile(tree, "<cell>", "exec", dont_inherit=True)
        except (SyntaxError, SyntaxWarning, ValueError) as error:
            row = getattr(error, "lineno", None) or 1
            return None, Problem(
                line + row - 1, f"code that Python refuses ({error.args[0]})", "valid Python"
            )
    return tree, None


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
            yield Problem(
                part.line, f"a {part.cell.kind} cell without a role below the answer cell", "a role="
            )


def _texts(draft: Draft) -> Iterator[Problem]:
    """No empty cell, and none of nbgrader's own marks outside the answer cell."""
    for part in draft.parts:
        if not part.cell.text.strip():
            yield Problem(
                part.line, f"an empty {part.role or 'statement'} cell", f"{part.cell.kind}, or no cell"
            )
        if part.cell.kind == "raw":
            yield Problem(part.line, "a raw cell", "markdown or code")
        for number, line in enumerate(part.cell.text.split("\n"), part.cell.line):
            phrase = _PHRASE_OF_NBGRADER.search(line)
            if phrase and not (part.role == "answer" and phrase[2] == "SOLUTION"):
                yield Problem(number, f"{phrase[0]!r}, which nbgrader acts upon", "other words")


def _syntax(draft: Draft) -> Iterator[Problem]:
    for part in draft.parts:
        if part.cell.kind == "code":
            _, problem = _compiled(part.cell.text, part.cell.line)
            if problem:
                yield problem


@lru_cache(maxsize=64)
def _compiled(text: str, line: int) -> tuple[ast.Module | None, Problem | None]:
    return syntax(text, line)


def _names(draft: Draft) -> Iterator[Problem]:
    """Every answer defines the exercise's id."""
    exercise_id = draft.header.values.get("id")
    for part in draft.of(*_ANSWERS) if exercise_id else ():
        tree, _ = _compiled(part.cell.text, part.cell.line)
        if tree and tree.body and exercise_id not in bound_names(tree):
            yield Problem(
                part.cell.line,
                f"no {exercise_id!r} in a cell with the role {part.role!r}",
                f"def {exercise_id}",
            )


def _regions(draft: Draft) -> Iterator[Problem]:
    """The answer has solution regions, and stays valid without them."""
    for part in draft.of("answer"):
        try:
            regions(part.cell.text)
        except BrokenRegions as error:
            yield Problem(part.cell.line + error.index, error.found, error.expected)
            continue
        tree, _ = _compiled(part.cell.text, part.cell.line)
        starter, problem = syntax(clear(part.cell.text), part.cell.line)
        if tree and (not starter or bound_names(starter) != bound_names(tree)):
            found = problem.found if problem else "names that exist only inside the solution region"
            yield Problem(
                part.cell.line, f"a starter with {found}", "solution regions inside the bodies alone"
            )


def _unique_names(draft: Draft) -> Iterator[Problem]:
    for roles in (("check",), ("alternative", "misconception", "variant")):
        parts = [part for part in draft.of(*roles) if "name" in part.options]
        counts = Counter(part.name for part in parts)
        seen = set()
        for part in parts:
            if counts[part.name] > 1 and part.name in seen:
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
    _file_name, _counts, _order, _texts, _syntax, _names, _regions, _unique_names,
    _points, _needs, _references, _remedies,
)  # fmt: skip
