"""The dashboard's facts as rows: a terminal draws tables of them, a notebook keeps them as its plain twin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.dashboard import facts
from course.overview import number

if TYPE_CHECKING:
    from course.overview import Overview

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A title, column heads (none for a list), and rows as wide as the heads."""

    title: str
    head: Row
    rows: tuple[Row, ...]


def sections(overview: Overview) -> tuple[Section, ...]:
    """Return everything that the page shows, in its order; empty parts are left out."""
    found = (
        _levels(overview),
        _fields(overview),
        _gates(overview),
        _reviews(overview),
        _week(overview),
        _evidence(overview),
        _outside(overview),
        _roles(overview),
        _modules(overview),
    )
    return tuple(section for section in found if section.rows)


def skill_section(overview: Overview) -> Section:
    """Return every skill with what shows it."""
    rows = tuple(
        (view.sign, view.skill.id, view.skill.text, facts.skill_facts(view))
        for field in overview.fields
        for view in field.skills
    )
    return Section("Skills one by one", ("", "Id", "Skill", "Shown by"), rows)


def headline(overview: Overview) -> str:
    """Return the first lines: what there is, and what comes next."""
    lines = ["My progress", f"{facts.PATH} · {overview.summary}"]
    if overview.next:
        lines.append(f"Continue: {facts.next_title(overview)} ({overview.next.why})")
    return "\n".join(lines)


def closing(overview: Overview) -> tuple[str, ...]:
    """Return what stands below everything: what is odd, then what is honest."""
    return (*facts.notes(overview), f"{facts.HONEST} {facts.LEVELS_ARE}")


def plain(overview: Overview) -> str:
    """Return all sections as plain text."""
    drawn = (f"{section.title}\n{_columns(section)}" for section in sections(overview))
    return "\n\n".join([headline(overview), *drawn, *closing(overview)])


def _columns(section: Section) -> str:
    """Line up the cells, every column as wide as its longest cell."""
    rows = [section.head, *section.rows] if any(section.head) else list(section.rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _levels(overview: Overview) -> Section:
    signs = {"reached": "✓", "next": "→", "later": "○"}
    shares = {of.level.title: facts.percent(of.share) for of in overview.levels}
    rows = tuple(
        (signs[rung.state], rung.title, rung.note, shares[rung.title]) for rung in facts.ladder(overview)
    )
    return Section("Career level", ("", "Level", "State", "Of the way"), rows)


def _fields(overview: Overview) -> Section:
    rows = tuple(
        (
            field.sign,
            field.name,
            field.word,
            facts.field_number(field),
            "review due" if field.due else facts.ago(field.last, overview.now),
            facts.field_facts(field),
        )
        for field in overview.fields
    )
    return Section("Skills", ("", "Field", "State", "Shown", "Last", "In the course"), rows)


def _gates(overview: Overview) -> Section:
    target = overview.target
    rows = tuple(("✓" if gate.met else "○", gate.text, gate.have) for gate in target.gates) if target else ()
    return Section(f"To reach {target.level.title}" if target else "", ("", "Requirement", "So far"), rows)


def _reviews(overview: Overview) -> Section:
    rows = tuple(
        (
            f"{review.task.label} {review.task.title}",
            f"passed {facts.ago(review.passed, overview.now)}",
            f"course review {review.task.id}",
        )
        for review in overview.reviews[:5]
    )
    return Section(f"Review today: {len(overview.reviews)} due", ("Exercise", "Since", "Command"), rows)


def _week(overview: Overview) -> Section:
    weeks = f"{len(overview.activity.weeks)} weeks: {overview.activity.summary}"
    return Section("This week", ("", ""), ((facts.goal_text(overview), weeks),))


def _evidence(overview: Overview) -> Section:
    rows = tuple(
        (entry.sign, entry.text, facts.evidence_facts(entry, overview.now))
        for entry in facts.latest(overview, 6)
    )
    return Section("Latest evidence", ("", "What", "How and when"), rows)


def _outside(overview: Overview) -> Section:
    rows = tuple(
        ("☑" if ticked else "☐", of.level.title, overview.skills[name].skill.text, name)
        for of in overview.levels
        for name, ticked in of.outside.items()
    )
    return Section("Needs life outside: yours to tick", ("", "Level", "What", "Id"), rows)


def _roles(overview: Overview) -> Section:
    titles = {row.slug: row.title for row in overview.modules}
    rows = tuple(
        (
            view.role.title,
            facts.percent(view.share),
            f"{view.shown} of {len(view.skills)}" + (f", {view.coming} coming" if view.coming else ""),
            f"{titles[view.adds_most]} (+{facts.percent(view.gain)})" if view.adds_most else facts.NOTHING,
        )
        for view in overview.roles
    )
    return Section("Roles", ("Role", "Shown", "Skills", "Adds most"), rows)


def _modules(overview: Overview) -> Section:
    rows = tuple(
        (row.title, f"{number(row.points)} of {row.max_points}", f"{row.passed} of {row.exercises}")
        for row in overview.modules
    )
    return Section("Points", ("Module", "Points", "Exercises passed"), rows)
