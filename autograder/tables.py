"""Verify's outcome for people: a line per exercise, and a kill matrix where somebody looks closer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.proof import Row
    from autograder.verify import Verified


def summary(verified: Sequence[Verified]) -> Table:
    """Return one line per exercise."""
    table = Table(title="Every exercise proves itself", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1))
    for name in ("exercise", "points", "sealed", "right pass", "wrong fail", "diagnosed", "seconds", ""):
        table.add_column(name, justify="left" if name in ("exercise", "") else "right")
    for item in verified:
        rows = [*item.proof.rows.values()]
        right = [row for row in rows if row.role in ("reference", "alternative")]
        wrong = [row for row in rows if row.role == "misconception"]
        table.add_row(
            f"{item.exercise.label} {item.exercise.id}",
            str(item.exercise.points),
            str(item.sealed_points),
            _of(sum(not row.failed_at for row in right), len(right)),
            _of(sum(not row.passed_at for row in wrong), len(wrong)),
            _of(len(wrong) - len(item.undiagnosed), len(wrong)),
            f"{item.proof.seconds:.1f}",
            Text("proved", "green")
            if not item.problems
            else Text(f"{len(item.problems)} problems", "bold red"),
        )
    return table


def kill_matrix(item: Verified) -> Group:
    """Return which answer fails which check of one exercise, and what its learner would read first."""
    title = f"{item.exercise.label} {item.exercise.id}: which answer fails which check"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1))
    table.add_column("answer", overflow="fold", max_width=60)
    for place, _check in enumerate(item.exercise.checks, start=1):
        table.add_column(str(place), justify="center")
    table.add_column("points", justify="right")
    table.add_column("diagnosed as", overflow="fold", max_width=40)
    for row in item.proof.rows.values():
        table.add_row(*_matrix_row(item, row))
    return Group(table, _check_names(item), Text(), *_messages(item), Text())


def _matrix_row(item: Verified, row: Row) -> list[str | Text]:
    marks: list[str | Text] = [_mark(row, check.name) for check in item.exercise.checks]
    points = (
        str(row.most_points)
        if row.least_points == row.most_points
        else f"{row.least_points} to {row.most_points}"
    )
    named = ", ".join("itself" if name == row.name else name or "nobody" for name in row.diagnosed)
    return [f"{row.role}: {row.name}", *marks, points, named]


def _mark(row: Row, check: str) -> Text:
    count = row.failed.get(check, 0)
    if not count:
        return Text("waits" if row.blocked.get(check) else "·", "dim")
    return Text("x", "red") if count == row.salts else Text(f"{count}/{row.salts}", "yellow")


def _check_names(item: Verified) -> Text:
    checks = enumerate(item.exercise.checks, start=1)
    return Text(
        "\n".join(f" {place}  {check.name}{'  (hidden)' * check.hidden}" for place, check in checks), "dim"
    )


def _messages(item: Verified) -> list[Text]:
    wrong = [row for row in item.proof.rows.values() if row.role == "misconception"]
    return [
        Text.assemble((f" {row.name}", "bold"), f"  {' '.join(row.message.split())[:300]}") for row in wrong
    ]


def _of(count: int, total: int) -> Text:
    return Text(f"{count} of {total}", "" if count == total else "bold red")
