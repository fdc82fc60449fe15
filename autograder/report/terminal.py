"""A class report on a terminal: the same facts as on the page, the first lines of each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from autograder.grading.command import readable
from autograder.report.summary import BUCKETS
from autograder.web_page import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from autograder.report.summary import ClassReport

SHOWN = 10
_WIDE = 40
"""Characters of the longest bar."""
_CODE_LINES = 8


def show(report: ClassReport, console: Console) -> None:
    """Print the report."""
    for line in _facts(report):
        console.print(line, highlight=False)
    for table in _tables(report):
        console.print()
        console.print(table)


def _facts(report: ClassReport) -> Iterator[str]:
    facts = report.facts()
    yield (
        f"[bold]{readable(report.assignment)}[/]: {facts['students']} students, "
        f"{facts['with_score']} with a score"
    )
    if facts["median_percent"] is not None:
        yield (
            f"median {facts['median_percent']:g} % of {points(report.max_score)} points, "
            f"mean {facts['mean_percent']:g} %, {facts['late']} late"
        )
    if report.waiting:
        yield f"[yellow]{report.waiting} parts wait for a person to grade them; the scores will change.[/]"


def _tables(report: ClassReport) -> Iterator[Table]:
    yield _histogram(report)
    if report.checks:
        yield _checks(report)
    if report.misconceptions:
        yield _misconceptions(report)
    if report.attention:
        yield _attention(report)
    if report.faults:
        yield _faults(report)


def _table(*columns: str, title: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=None, pad_edge=False)


def _histogram(report: ClassReport) -> Table:
    table = _table("percent", "students", "", title="Scores")
    counts, width = report.histogram, 100 // BUCKETS
    for place, count in reversed([*enumerate(counts)]):
        bar = "█" * max(round(_WIDE * count / max(*counts, 1)), count > 0)
        table.add_row(f"{place * width:>3}-{(place + 1) * width:<3}", f"{count:>4}", f"[blue]{bar}[/]")
    return table


def _checks(report: ClassReport) -> Table:
    table = _table("failed", "of", "check", "in", title="Hardest checks, of those who came to them")
    for each in report.checks[:SHOWN]:
        hidden = " (hidden)" if each.hidden else ""
        share = f"{100 * each.share:.0f} %"
        table.add_row(
            share, f"{each.failed}/{each.reached}", readable(each.check) + hidden, readable(each.title)
        )
    return _with_rest(table, len(report.checks))


def _misconceptions(report: ClassReport) -> Table:
    table = _table("students", "misconception", "an example", title="Commonest misconceptions")
    for each in report.misconceptions[: SHOWN // 2]:
        lines = each.example.split("\n")
        code = "\n".join(lines[:_CODE_LINES] + ["…"] * (len(lines) > _CODE_LINES))
        named = f"{readable(each.name)}\n[dim]{readable(each.title)}[/]"
        table.add_row(
            f"{len(each.students):>4}", named, "\n".join(map(readable, code.split("\n"))), end_section=True
        )
    return _with_rest(table, len(report.misconceptions), SHOWN // 2)


def _attention(report: ClassReport) -> Table:
    table = _table("student", "score", "why", title="Who needs attention")
    for each in report.attention[:SHOWN]:
        score = "-" if each.score is None else points(each.score)
        name = f"{each.student.id} {each.student.name}".strip()
        table.add_row(readable(name), score, "; ".join(map(readable, each.reasons)))
    return _with_rest(table, len(report.attention))


def _faults(report: ClassReport) -> Table:
    table = _table(
        "times", "in", "check", "what went wrong", title="Faults of ours: never the learners' mistake"
    )
    for each in report.faults[:SHOWN]:
        table.add_row(f"{each.count}", readable(each.part), readable(each.check), readable(each.message))
    return _with_rest(table, len(report.faults))


def _with_rest(table: Table, count: int, shown: int = SHOWN) -> Table:
    if count > shown:
        table.caption = f"… and {count - shown} more: --html FILE or --json FILE has all"
        table.caption_justify = "left"
    return table
