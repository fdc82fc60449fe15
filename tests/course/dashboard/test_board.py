"""The page and the notebook's output say the same, escape everything, and stay within what a sanitiser leaves."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from course.dashboard import board, text
from course.dashboard.looks import rules, tokens
from course.overview import Overview, overview_of
from course.records import merge
from course.syllabus import Task, read_syllabus
from tests.course.dashboard.reading import Reader
from tests.course.progress_samples import attempt, event
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

COURSE = whole_course()
SERVER = board.Server("/base/post", "/base/export", "token-of-the-form")
EVIL = '"><script>alert(1)</script>'


def overview(name: str) -> Overview:
    """Return what a simulated learner has done in the whole course."""
    return overview_of(COURSE, simulated(name, COURSE.tasks), NOW)


def to_notebook(task: Task) -> str:
    """Link to something."""
    return f"../{task.module}.ipynb"


@pytest.fixture(scope="module", params=sorted(LEARNERS))
def found(request: pytest.FixtureRequest) -> Overview:
    """Each of the six learners."""
    return overview(request.param)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2 for a colour such as #1b2430."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("card", "page")),
        ("good", "good-ground"), ("warn", "warn-ground"), ("calm", "calm-ground"), ("on-accent", "accent"),
        ("gap", "shade-4"),
    ],
)  # fmt: skip
def test_every_text_colour_has_contrast_in_both_themes(ink: str, ground: str, theme: int) -> None:
    """At least 4.5, as WCAG 2.2 asks for at level AA."""
    assert contrast(tokens()[ink][theme], tokens()[ground][theme]) >= 4.5


def test_headings_come_in_order_on_the_page_and_in_a_notebook(found: Overview) -> None:
    """One top heading, and never a level left out on the way down."""
    for html, top in ((board.page(found), 1), (board.notebook(found), 4), (board.printed(found), 1)):
        headings = Reader(html).headings
        assert headings[0] == top
        assert headings.count(top) == 1
        assert [b for a, b in pairwise(headings) if b > a + 1] == []


def test_the_three_places_tell_the_same_facts(found: Overview) -> None:
    """Whoever has the page, the notebook or the terminal alone reads the same summary, states and gates."""
    page, notebook = Reader(board.page(found)).words, Reader(board.notebook(found)).words
    terminal = " ".join(text.plain(found).split())
    facts = [found.summary, *(field.name for field in found.fields), *(of.level.title for of in found.levels)]
    facts += [gate.text for gate in (found.target.gates if found.target else ())]
    facts += [gate.have for gate in (found.target.gates if found.target else ())]
    facts += [entry.text for entry in found.evidence[:1]]

    for place in (page, notebook, terminal):
        assert [fact for fact in facts if fact not in place] == []
    for view in found.roles:
        assert view.role.title in page
        assert view.role.title in terminal


def test_a_notebook_gets_nothing_that_a_sanitiser_would_take(found: Overview) -> None:
    """No script, style element, class, id, SVG element, theme variable or form; pictures carry descriptions."""
    html = board.notebook(found, to_notebook)
    read = Reader(html)

    assert read.tags & {"script", "style", "svg", "form", "input", "link", "iframe", "button"} == set()
    assert {name for _, name, _ in read.attributes} <= {
        "style", "href", "src", "alt", "width", "lang", "title", "aria-hidden", "aria-label",
    }  # fmt: skip
    assert "var(" not in html
    assert "light-dark" not in html
    assert [value for tag, name, value in read.attributes if tag == "img" and name == "alt"] == [
        f"Days of the last 12 weeks: {found.activity.summary}"
    ]


def test_in_a_notebook_every_ground_comes_with_its_ink() -> None:
    """A background without a text colour of its own would be illegible in the other theme."""
    holds_text = {name for name in rules() if not name.startswith(("bar", "half", "tick", "you-dot"))}
    grounds = {name for name in holds_text if "background-color" in rules()[name]}

    assert grounds
    assert {name for name in grounds if not re.search(r"(^|; )color:", f"; {rules()[name]}")} == set()


def test_a_notebooks_output_is_small_enough_to_save() -> None:
    """Below 100 kB in the whole course, so that a saved notebook stays light."""
    assert len(board.notebook(overview("finished"), to_notebook).encode()) < 100_000


def test_whatever_is_in_the_log_or_the_course_is_escaped() -> None:
    """An assessor's name, a title or a message that looks like HTML is shown as what it is."""
    grade = event("grade", exercise="pca", points=4, max_points=4, assessor=EVIL)
    found = overview_of(COURSE, merge([grade, attempt(4)]), NOW, problems=(EVIL,))

    for html in (board.page(found, message=EVIL, server=SERVER), board.notebook(found), board.printed(found)):
        assert "<script" not in html
        assert EVIL in Reader(html).words


def test_a_server_adds_forms_with_their_token_and_no_script() -> None:
    """Goal, ticks, import and deletion are forms; without a server the commands are named instead."""
    with_server = Reader(board.page(overview("steady"), to_notebook, server=SERVER))
    without = Reader(board.page(overview("steady")))
    tokens_sent = [v for t, n, v in with_server.attributes if (t, n) == ("input", "value") and "token" in v]
    actions = {v for t, n, v in with_server.attributes if (t, n) == ("form", "action")}

    assert actions == {SERVER.post}
    assert len(tokens_sent) == 7 + 3  # a review that is due is a form, too: three are shown
    assert "script" not in with_server.tags
    assert "form" not in without.tags
    assert "course progress --delete" in without.words
    assert "course progress --tick S082" in without.words


def test_every_control_has_a_name(found: Overview) -> None:
    """Links, buttons and fields say what they do, without the picture around them."""
    html = board.page(found, to_notebook, server=SERVER)

    assert re.findall(r"<a [^>]*>\s*</a>", html) == []
    assert re.findall(r"<button [^>]*>\s*</button>", html) == []
    for tag in ("select", "input"):
        for match in re.finditer(rf"<{tag} (?!type=\"hidden\")[^>]*>", html):
            before = html[: match.start()]
            assert before.rfind("<label") > before.rfind("</label>"), match[0]


def test_what_is_still_to_be_written_is_shown_as_coming() -> None:
    """In the course as it is, fields, skills, modules and capstones without content say so."""
    syllabus = read_syllabus()
    found = overview_of(syllabus, (), NOW)
    missing = [skill for skill in syllabus.skills if syllabus.is_coming(skill)]
    words = Reader(board.page(found)).words

    for module in syllabus.modules:
        if module.number not in syllabus.written:
            assert f"{module.number} {module.name} coming" in words
    for skill in missing:
        assert re.search(rf"{re.escape(skill.text)} · coming", words), skill.id


def test_an_empty_log_says_how_to_begin() -> None:
    """A newcomer reads what counts, which command opens the workspace, and what comes first."""
    for html in (board.page(overview_of(COURSE, (), NOW)), board.notebook(overview_of(COURSE, (), NOW))):
        words = Reader(html).words
        assert "Nothing is recorded yet" in words
        assert "Continue: 0.1 Clip to range" in words


def test_the_evidence_for_print_says_who_assessed_what_and_when() -> None:
    """A reader who knows nothing of the course learns dates, assessors and what self-checked means."""
    words = Reader(board.printed(overview("instructor_graded"))).words

    for fact in ("Self-checked 62 exercises", "Reviewed by Dr. R. Osei 62 exercises and 1 capstone project",
                 "✓ met on 11 Oct 2026", "says nothing about copying", "not a job offer"):  # fmt: skip
        assert fact in words, fact


def test_ticks_are_called_the_learners_own_statement() -> None:
    """What life outside adds stands in a column that says who states it."""
    words = Reader(board.printed(overview("experienced"))).words

    assert "Life outside, as the learner states it" in words
    assert "Has worked at entry level for a few years" in words
    assert "Holds certificates in machine learning" not in words
