"""What `progress()` displays is computed from the log, and legible wherever it is shown."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import course
from course import log
from course.overview import Overview, read_overview
from course.overview_html import EMPTY, HONEST, overview_html, overview_text
from course.records import merge
from course.skills import read_skill_fields
from tests.course.progress_samples import attempt, event

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]


def overview(monkeypatch: pytest.MonkeyPatch, *records: object, problems: tuple[str, ...] = ()) -> Overview:
    """Return the overview of a log with these records."""
    monkeypatch.setattr(log, "read_all", lambda: log.Log(merge(records), problems))  # ty: ignore[invalid-argument-type]
    return read_overview()


def words(html: str) -> str:
    """Return what is left of HTML when a sanitiser takes every tag and attribute."""
    text = re.sub(r"<[^>]+>", " ", html)
    return " ".join(text.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&").split())


def test_points_skills_and_levels_of_what_exists_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass with one hint shows as full points, and as 90 % of its weight in each of its skills."""
    found = overview(monkeypatch, event("hint", number=1), attempt(6, most=6))
    total = sum(row.max_points for row in found.modules)
    row = next(row for row in found.modules if row.slug == "02_linear_algebra_numpy")
    mastery = {skill.id: of.mastery for skill, of in found.skills}

    assert (row.points, row.passed) == (6, 1)
    assert found.summary.startswith(f"6 of {total} points, 1 of ")
    assert mastery["S044"] > mastery["S025"] > 0
    assert f"{row.title} 6 of {row.max_points} 1 of {row.exercises}" in words(overview_html(found))
    assert [of.level.id for of in found.levels] == ["entry", "junior", "mid", "senior"]


def test_skills_stand_by_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """Learners meet the fields in the order of `skills.toml`, and within a field the skills by number."""
    shown = [(skill.field, skill.id) for skill, _ in overview(monkeypatch).skills]
    fields = read_skill_fields()

    assert shown == sorted(shown, key=lambda pair: (fields.index(pair[0]), pair[1]))
    assert shown != sorted(shown, key=lambda pair: pair[1])


def test_the_text_twin_tells_the_same_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees no HTML misses nothing."""
    found = overview(monkeypatch, attempt(3, most=6), problems=("a line was left out",))
    html, text = words(overview_html(found)), " ".join(overview_text(found).split())

    facts = [found.summary, HONEST, "a line was left out", *(row.title for row in found.modules)]
    facts += [f"{of.state} {of.mastery:.0%}" for _, of in found.skills]
    assert [fact for fact in facts if fact not in html] == []
    assert [fact for fact in facts if fact not in text] == []


def test_a_state_is_more_than_a_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shape and word say it, too."""
    assert "○ not started" in words(overview_html(overview(monkeypatch)))


def test_an_empty_log_says_how_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newcomer reads what counts and which command opens the workspace."""
    assert EMPTY in overview_text(overview(monkeypatch))
    assert EMPTY not in overview_text(overview(monkeypatch, attempt(1)))


def test_every_background_comes_with_a_text_colour_and_no_theme_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sanitiser that drops theme variables leaves no light text on a light ground."""
    html = overview_html(overview(monkeypatch, problems=("<b>odd</b>",)))
    styles = re.findall(r'style="([^"]*)"', html)

    assert "var(" not in html
    assert "<b>odd" not in html
    assert [style for style in styles if ("background-color" in style) != style.startswith("color:")] == []


def test_progress_shows_one_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`progress()` writes the text where there is no notebook, and returns nothing that a cell would echo."""
    monkeypatch.setattr(log, "read_all", log.Log)

    assert course.progress() is None
    assert capsys.readouterr().out.startswith("My progress\n")


def test_importing_progress_costs_next_to_nothing() -> None:
    """`from course import progress` imports no other module of ours before it is called."""
    code = (
        "import sys; from course import progress; print([m for m in sys.modules if m.startswith('course.')])"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
