"""`autograder feedback`: what a learner reads on a page, what they must not read, and where it lies."""

from __future__ import annotations

import base64
import io
import json
import shutil
import stat
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from rich.progress import Progress

from autograder.card import card_html
from autograder.feedback import command
from autograder.feedback.hidden import Regions, Secrets
from autograder.feedback.highlight import python
from autograder.feedback.pictures import data_address, from_base64
from autograder.feedback.safe_html import clean, clean_card
from course import log
from course.mastery import standings
from course.merge import import_file
from tests.autograder import sample_results
from tests.autograder.feedback.graded import ASSIGNMENT, Course, bundle, code, error, stream, text
from tests.course.progress_samples import Task

if TYPE_CHECKING:
    from pathlib import Path

TEST = """assert mean([1, 2, 3]) == 2
### BEGIN HIDDEN TESTS
assert abs(mean([0.5, 0.25]) - 0.375) < 1e-12
for values in ([7, 9, 11], [0]):
    assert mean(values) == sum(values) / len(values), "the secret message"
### END HIDDEN TESTS"""
GIVEN = {"grade": True, "locked": True}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """An empty course."""
    return Course(tmp_path / "course")


def run(course: Course, *students: str, force: bool = False) -> command.Report:
    """Make the pages."""
    return command.feedback(
        course.root, ASSIGNMENT, students, force=force, workers=1, assessor="",
        progress=lambda: Progress(disable=True),
    )  # fmt: skip


def page(course: Course, student: str = "ada", name: str = "first.html") -> str:
    """Make the pages, and return one."""
    report = run(course)
    assert report.problems == []
    return (course.root / "feedback" / student / ASSIGNMENT / name).read_text(encoding="utf-8")


def png(colour: str = "red", **more: Any) -> str:
    """Return a small picture in base64."""
    written = io.BytesIO()
    Image.new("RGB", (3, 2), colour).save(written, "PNG", **more)
    return base64.b64encode(written.getvalue()).decode()


def test_a_page_tells_scores_comments_and_the_penalty(course: Course) -> None:
    """Those of the gradebook: a person's score before the automatic one, extra credit with it."""
    cells = [
        text("## 1 A mean"), code("def mean(v): ...", "mean", solution=True),
        code("assert mean([1]) == 1", "test-mean", **GIVEN), text("Because.", "essay", grade=True, solution=True),
    ]  # fmt: skip
    course.hand_in("ada", cells, at="2026-03-01 14:30:00.000000", penalty=0.5)
    course.grade("ada", "test-mean", 4, auto=1.0, manual=2.0, extra=0.25)
    course.grade("ada", "essay", 5)
    course.comment("ada", "essay", manual="Say *why*.")
    made = page(course)
    for words in (
        "<strong>1.75</strong> of 9 points", "2.25 points, less 0.5 for handing in late", "2 h 30 min late",
        "1 part of this notebook has not been graded yet", "graded by a person; the automatic score was 1",
        "0.25 of them extra credit", "Say <em>why</em>.", "not graded yet, of 5", ">1 A mean · test-mean</a>",
    ):  # fmt: skip
        assert words in made


def test_parts_below_one_heading_are_told_apart(course: Course) -> None:
    """By their names; one part alone is called by its heading."""
    cells = [
        text("# Week 1"),
        code("1", "a", **GIVEN),
        code("2", "b", **GIVEN),
        text("# Rest"),
        code("3", "c", **GIVEN),
    ]
    course.hand_in("ada", cells)
    for name in "abc":
        course.grade("ada", name, 1, auto=1.0)
    made = page(course)
    assert [f">{label}</a>" in made for label in ("Week 1 · a", "Week 1 · b", "Rest")] == [True] * 3


def test_the_command_says_what_it_made_and_what_it_could_not(course: Course) -> None:
    """It ends with 1 where a page is missing, and names the next command."""
    from typer.testing import CliRunner

    from autograder.cli import app

    for student in ("ada", "bob"):
        course.hand_in(student, [code("1", "a", **GIVEN)])
        course.grade(student, "a", 1, auto=1.0)
    place = ["feedback", ASSIGNMENT, "--course-dir", str(course.root), "--workers", "1"]
    fine = CliRunner().invoke(app, place)
    assert (fine.exit_code, "2 pages for 2 students" in fine.output) == (0, True)
    shutil.rmtree(course.root / "autograded" / "bob")
    missing = CliRunner().invoke(app, place)
    assert missing.exit_code == 1
    assert "bob: no graded notebook in" in missing.output
    assert "autograder grade ps --force --student bob" in missing.output
    unknown = CliRunner().invoke(app, [*place, "--student", "eve"])
    assert "autograder grade ps --student eve" in str(unknown.exception)


def test_the_card_of_an_exercise_keeps_its_looks(course: Course) -> None:
    """It comes instead of the check's source, and without the bare number of points."""
    card = card_html(sample_results.judged(sample_results.FAILED_EXAMPLE))
    number = {"output_type": "execute_result", "data": {"text/plain": "2.5"}, "metadata": {}}
    cells = [code('check("project")', "project", bundle(text_html=card), number, exercise="project", **GIVEN)]
    course.hand_in("ada", cells)
    course.grade("ada", "project", 4, auto=2.5)
    made = page(course)
    assert 'class="mle-card"' in made
    assert "background-color:#ffffff" in made
    assert "the worked example" in made
    assert "check(" not in made.partition("<main>")[2].partition("hint(")[0]
    assert "2.5</pre>" not in made


def test_cleaning_a_card_changes_nothing_but_its_style_sheet() -> None:
    """Every element, look and word of a card of ours is on the list of what is allowed."""
    for result in (sample_results.PASSED, sample_results.judged(sample_results.FAILED_EXAMPLE)):
        card = card_html(result)
        kept = clean_card(card)
        assert kept.count("<") == card.partition("</style>")[2].count("<")
        assert kept.count("style=") == card.count("style=")
        assert kept.count("src=") == card.count("src=")

    for address in ("http://evil.example/a", "data:text/html;base64,PHA+", "javascript:alert(1)", "a.png"):
        assert "src" not in clean_card(f'<section class="mle-card"><img src="{address}" alt="x"></section>')


@pytest.mark.parametrize("how", ["source", "traceback", "print", "coloured", "html", "repr"])
def test_hidden_tests_are_nowhere_on_a_page(course: Course, how: str) -> None:
    """Neither in the test's source nor quoted by an output, however it was written there."""
    outputs = {
        "source": [],
        "traceback": [error("the secret message", "Traceback", *(f"---> {row}" for row in TEST.split("\n")))],
        "print": [stream(TEST.replace("    assert", "\tassert"))],
        "coloured": [stream("\x1b[1m".join(TEST))],
        "html": [bundle(text_html=f"<pre>{TEST.replace('<', '&lt;')}</pre>")],
        "repr": [bundle(text_plain=repr(TEST))],
    }[how]
    shown = outputs if how == "traceback" else []
    own = [] if how == "traceback" else outputs
    cells = [code("mean = print", "mean", *own, solution=True), code(TEST, "test-mean", *shown, **GIVEN)]
    course.hand_in("ada", cells)
    course.grade("ada", "test-mean", 2, auto=0.0)
    made = page(course)
    assert "mean" in made
    assert "# hidden tests" in made
    for secret in ("0.375", "[7, 9, 11]", "len(values)"):
        assert secret not in made


def test_other_words_may_stand_for_the_beginning_of_hidden_tests() -> None:
    """A region that is never closed goes on to the cell's end."""
    shown, secret = Regions((("KEEP OUT", "COME IN"),)).split("a = 1\n# KEEP OUT\nassert b == 2")
    assert (shown, secret) == ("a = 1\n# hidden tests", ["assert b == 2"])


def test_a_line_that_everybody_sees_is_no_secret() -> None:
    """A learner's own lines stay, also where a hidden test has the same."""
    cells = [
        code("result = total()", "total", solution=True),
        code(f"{TEST}\nresult = total()", "t", **GIVEN),
    ]
    cells[1]["source"] = TEST.replace("for values", "result = total()\nfor values")
    assert Secrets(cells, Regions())("result = total()") == "result = total()"


def test_a_mark_scheme_stays_with_the_instructor(course: Course) -> None:
    """A task's text is shown without it."""
    task = "Discuss.\n### BEGIN MARK SCHEME\n# bias: 1\nOne: bias, variance.\n1 pt\n### END MARK SCHEME"
    course.hand_in("ada", [text(task, "job", task=True, locked=True)])
    course.grade("ada", "job", 3, task=True)
    made = page(course)
    assert "Discuss." in made
    for secret in ("bias", "1 pt", "hidden tests"):
        assert secret not in made


def test_pages_are_drawn_again_only_where_something_changed(course: Course) -> None:
    """A new comment changes its page; --force draws all."""
    for student in ("ada", "bob"):
        course.hand_in(student, [code("1", "a", grade=True, solution=True)])
        course.grade(student, "a", 1, auto=1.0)
    assert run(course).pages == 2
    assert run(course).pages == 0
    course.comment("bob", "a", manual="Fine.")
    assert run(course).pages == 1
    assert run(course, force=True).pages == 2


def test_several_notebooks_have_a_page_that_leads_to_them(course: Course) -> None:
    """With what each of them gave; one that was not handed in has no page."""
    course.hand_in("ada", [code("1", "a", **GIVEN)])
    course.hand_in("ada", [code("2", "b", **GIVEN)], "second part")
    course.hand_in("ada", [], "third").unlink()
    for name, notebook in (("a", "first"), ("b", "second part"), ("c", "third")):
        course.grade("ada", name, 2, auto=1.0, notebook=notebook)
    index = page(course, name="index.html")
    assert 'href="second%20part.html"' in index
    assert "third <span" in index
    assert "<strong>3</strong> of 6 points" in index


def test_permissions_and_places_are_those_of_nbgrader(course: Course) -> None:
    """Beside a page lies what `nbgrader release_feedback` looks for, and no file of a learner's."""
    path = course.hand_in("ada", [code("1", "a", **GIVEN)])
    course.grade("ada", "a", 1, auto=1.0)
    for name in ("timestamp.txt", "submission_secret.txt", "mine.html"):
        (path.parent / name).write_text("x")
    page(course)
    folder = course.root / "feedback" / "ada" / ASSIGNMENT
    assert sorted(each.name for each in folder.iterdir()) == [
        "first.html", "submission_secret.txt", "timestamp.txt",
    ]  # fmt: skip
    assert stat.S_IMODE((folder / "first.html").stat().st_mode) == 0o644


def test_one_unreadable_notebook_costs_nobody_else_a_page(course: Course) -> None:
    """It is named, with the student."""
    for student in ("ada", "bob"):
        course.hand_in(student, [code("1", "a", **GIVEN)])
        course.grade(student, "a", 1, auto=1.0)
    (course.root / "autograded" / "ada" / ASSIGNMENT / "first.ipynb").write_text("{}")
    report = run(course)
    assert report.pages == 1
    assert [(student, "no page could be made" in problem) for student, problem in report.problems] == [
        ("ada", True)
    ]


def test_a_notebook_of_odd_forms_has_a_page(course: Course) -> None:
    """Lists of lines, marks that are none, outputs without data: another grader may have left them."""
    cells: list[Any] = [
        {"cell_type": "markdown", "source": ["# A ", "title"]},
        {"cell_type": "code", "metadata": {"nbgrader": "x"}, "source": ["a = 1\n", "b = 2"], "outputs": "none"},
        {"cell_type": "code", "metadata": [], "outputs": [None, {"output_type": "display_data"}, {"data": []}]},
        {"cell_type": "raw", "source": None, "attachments": 3}, "no cell", None,
        code("1", "a", {"output_type": "stream", "text": ["on", "e"]}, **GIVEN),
    ]  # fmt: skip
    course.hand_in("ada", cells)
    course.grade("ada", "a", 1, auto=1.0)
    made = page(course)
    assert "<h1>A title</h1>" in made
    assert ">one</pre>" in made


def test_a_learner_imports_the_grades_as_reviewed_evidence(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`course progress --import` takes progress-STUDENT.json; what was never tried is not in it."""
    cells = [
        code("def f(): ...", "project-answer", solution=True),
        code("check", "project", exercise="project", **GIVEN),
        code("check", "residuals", exercise="residuals", **GIVEN),
    ]
    course.hand_in("ada", cells, at="2026-03-01 11:00:00.000000")
    course.grade("ada", "project", 4, auto=1.0, manual=4.0, extra=1.0)
    course.grade("ada", "residuals", 2, auto=0.0)
    course.comment("ada", "residuals-answer", auto="No response.")
    run(course)
    file = course.root / "feedback" / "ada" / ASSIGNMENT / "progress-ada.json"
    assert json.loads(file.read_text())["records"] == [
        {"kind": "grade", "exercise": "project", "version": 2, "points": 4.0, "max_points": 4.0,
         "time": "2026-03-01T11:00:00Z", "assessor": "tiny"}
    ]  # fmt: skip
    monkeypatch.setenv("MLE_COURSE_HOME", str(tmp_path / "home"))
    assert (import_file(file).new, import_file(file).new) == (1, 0)
    project = standings([Task("project")], log.read_all().records)["project"]
    assert (project.points, project.assessor) == (4, "tiny")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='//evil.example/x'>x</a>",
        "<form action=http://evil.example><input name=a><button>b</button></form>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<svg><script>alert(1)</script><animate onbegin=alert(1) attributeName=x></svg>",
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<style>body{display:none}</style><link rel=stylesheet href=http://evil.example>",
        "<base href=http://evil.example/><meta http-equiv=refresh content='0;url=http://evil.example'>",
        "<div style='position:fixed;inset:0;background:url(http://evil.example)'>x</div>",
        "<img srcset='http://evil.example/a.png 2x' src='http://evil.example/a.png'>",
        "<p id=cell-1 name=parts class=ours>x</p>",
    ],
)  # fmt: skip
def test_html_of_a_learner_cannot_act(hostile: str) -> None:
    """No program, form, address, style sheet or name is left of it."""
    found = _Elements()
    found.feed(clean(hostile, lambda _: None))
    assert found.names <= {"a", "p", "div", "table", "img", "span"}
    assert found.attributes <= {"rel", "title", "style"}
    assert "position" not in found.styles


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.styles = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.styles += dict(attrs).get("style") or ""


def test_pictures_are_their_pixels_alone() -> None:
    """Decoded and encoded anew; what is no PNG or JPEG is no picture."""
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("comment", "<script>alert(1)</script>")
    address = from_base64(png("blue", pnginfo=notes))
    assert address is not None
    data = base64.b64decode(address.partition(",")[2])
    assert b"script" not in data
    assert Image.open(io.BytesIO(data)).getpixel((1, 1)) == (0, 0, 255)
    svg = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
    assert from_base64(svg) is None
    assert data_address(f"data:image/svg+xml;base64,{svg}") is None


def test_pictures_of_texts_are_shown(course: Course) -> None:
    """Attachments, and files beside the notebook, but none from elsewhere."""
    picture = {"a.png": {"image/png": png()}, "b.svg": {"image/svg+xml": "<svg/>"}}
    words = (
        "![one](attachment:a.png) ![two](attachment:b.svg) ![three](pics/c.png) ![four](../../../../d.png)"
    )
    path = course.hand_in("ada", [text(words, attachments=picture)])
    (path.parent / "pics").mkdir()
    for place in (path.parent / "pics" / "c.png", course.root / "d.png"):
        place.write_bytes(base64.b64decode(png("green")))
    course.grade("ada", "a", 1, auto=1.0)
    made = page(course)
    assert [f'alt="{name}"' in made for name in ("one", "two", "three", "four")] == [True] * 4
    assert made.count('src="data:image/png;base64,') == 2


@pytest.mark.parametrize("length", [100, 30_000])
@pytest.mark.parametrize("piece", ["[", "*a ", "> ", "<a ", "`", "![](", "$", "- ", "\\", "(", "_a*"])
def test_no_text_takes_for_ever(course: Course, piece: str, length: int) -> None:
    """A text that is made to be hard to read is a page in the end, or a named problem."""
    course.hand_in("ada", [text(piece * (length // len(piece)))])
    course.grade("ada", "a", 1, auto=1.0)
    report = run(course)
    assert report.seconds < 10
    assert report.pages == 1


def test_sources_are_coloured_without_losing_a_character() -> None:
    """Unfinished strings and markup in them included."""
    source = 'def f(x):  # <b>\n    return "<script>" + \'open\n'
    coloured = python(source)
    assert "<script>" not in coloured
    assert '<span class="k">def</span>' in coloured
