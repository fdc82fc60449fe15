"""Every lesson keeps the form that its readers know, and runs from top to bottom without a stop."""

from __future__ import annotations

import ast
import functools
import itertools
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from course.catalog import modules
from course.lesson import read_lesson
from course.notebooks import cell_id, lesson_notebook
from course.questions import FILE as QUESTIONS
from course.questions import read_questions
from course.roles import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

    from course.catalog import Module

SECONDS = 15
WITH_LESSON = [pytest.param(module, id=module.slug) for module in modules() if module.lesson]
LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")
NAMED_EXERCISE = re.compile(r"(?P<module>\d+)\.(?P<number>\d+) `(?P<id>\w+)`")
CALLED_EXERCISE = re.compile(r"\b(?:check|hint|solution)\(\"(?P<id>\w+)\"")
every_lesson = pytest.mark.parametrize("module", WITH_LESSON)


@dataclass(frozen=True)
class Run:
    """What came of running a lesson from top to bottom."""

    outputs: list[NotebookNode]
    cpu_seconds: float
    """Time of the kernel's own work: what another program takes from the machine does not count."""


@functools.cache
def cells_of(lesson: Path) -> tuple[tuple[str, str], ...]:
    """Return kind and text of each cell."""
    return tuple((named.cell.kind, named.cell.text) for named in read_lesson(lesson))


def texts(module: Module, kind: str) -> list[str]:
    """Return the cells of one kind, `markdown` or `code`."""
    return [text for cell_kind, text in cells_of(module.lesson) if cell_kind == kind]


def headings(markdown: list[str]) -> list[int]:
    """Return the level of every heading outside fenced code."""
    prose = re.sub(r"^(```|~~~).*?^\1", "", "\n".join(markdown), flags=re.DOTALL | re.MULTILINE)
    return [len(mark) for mark in re.findall(r"^(#{1,6}) ", prose, re.MULTILINE)]


def words(markdown: str) -> int:
    """Count what is read: no tags, no link targets, no rules of tables."""
    visible = re.sub(r"<[^>]+>", " ", LINK.sub(r"\g<text>", markdown))
    return sum(any(letter.isalnum() for letter in token) for token in visible.split())


def calls(code: str, name: str) -> list[ast.Call]:
    """Return the calls of a plain name in `code`, in order."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    return [node for node in nodes if isinstance(node.func, ast.Name) and node.func.id == name]


def keys(module: Module, name: str) -> list[str]:
    """Return the first argument of every call of `predict` or `explain`, in order."""
    return [ast.literal_eval(call.args[0]) for code in texts(module, "code") for call in calls(code, name)]


@functools.cache
def workspace_files() -> frozenset[str]:
    """Return the notebooks of a learner's workspace, by their paths in it."""
    lessons = {f"{module.slug}/lesson.ipynb" for module in modules() if module.lesson}
    return frozenset(
        lessons | {f"{module.slug}/{module.slug}.ipynb" for module in modules() if module.exercises}
    )


@functools.cache
def exercise_numbers() -> dict[str, str]:
    """Return the label of each exercise, such as `2.4`, by its id."""
    files = [(module, FILE_NAME.fullmatch(path.name)) for module in modules() for path in module.exercises]
    return {match["id"]: f"{module.number}.{match['number']}" for module, match in files}


@functools.cache
def run(lesson: Path, folder: Path) -> Run:
    """Run a lesson in an empty folder, with the warnings of the next library version as errors."""
    notebook = lesson_notebook(lesson)
    strict = "(FutureWarning, DeprecationWarning, RuntimeWarning)"
    before = f"import warnings\nfor kind in {strict}:\n    warnings.simplefilter('error', kind)"
    notebook.cells = [
        new_code_cell(before),
        *notebook.cells,
        new_code_cell("import time; time.process_time()"),
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "MLE_COURSE_HOME": str(folder / "home"),
        "OPENBLAS_NUM_THREADS": "1",
    }
    client = NotebookClient(
        notebook,
        timeout=3 * SECONDS,  # a lost wake-up of the reading side costs as much before it goes on
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute(env=environment)
    *cells, clock = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in cells for output in cell.outputs]
    return Run(outputs, float(clock.outputs[0].data["text/plain"]))


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which every lesson runs."""
    return tmp_path_factory.mktemp("lessons")


@every_lesson
def test_has_one_title_and_no_heading_skips_a_level(module: Module) -> None:
    """A screen reader's outline of a lesson begins with one title and goes down one level at a time."""
    levels = headings(texts(module, "markdown"))

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


@every_lesson
def test_is_as_long_as_one_sitting(module: Module) -> None:
    """A lesson has 25 to 45 cells and 1,200 to 2,000 words."""
    assert 25 <= len(cells_of(module.lesson)) <= 45
    assert 1200 <= sum(words(text) for text in texts(module, "markdown")) <= 2000


@every_lesson
def test_its_code_cells_are_short(module: Module) -> None:
    """Nine code cells in ten have at most twelve lines."""
    lengths = [len(text.strip().splitlines()) for text in texts(module, "code")]

    assert sum(length > 12 for length in lengths) <= 0.1 * len(lengths)


@every_lesson
def test_its_figures_are_described_and_introduced(module: Module) -> None:
    """A lesson has 5 to 9 figures, and a sentence next to each says what to see."""
    cells = cells_of(module.lesson)
    figures = [
        (place, call)
        for place, (kind, text) in enumerate(cells)
        if kind == "code"
        for call in calls(text, "show")
    ]

    assert 5 <= len(figures) <= 9
    for place, call in figures:
        beside = [text for kind, text in cells[place - 1 : place + 2] if kind == "markdown"]
        assert any("**In the figure:**" in text for text in beside), ast.unparse(call)


@every_lesson
def test_each_prediction_is_answered_by_the_next_code_cell(module: Module) -> None:
    """A guess is asked for before the cell that answers it, and answered there."""
    code = texts(module, "code")
    asking = [place for place, text in enumerate(code) if calls(text, "predict")]

    assert keys(module, "predict") != []
    assert keys(module, "explain") == keys(module, "predict")
    assert [place for place, text in enumerate(code) if calls(text, "explain")] == [at + 1 for at in asking]


@every_lesson
def test_it_asks_every_question_that_it_has(module: Module) -> None:
    """The questions beside a lesson are those that it asks; the answering cell computes what their reasons name."""
    questions = read_questions(module.path / QUESTIONS)
    answers = [call for code in texts(module, "code") for call in calls(code, "explain")]

    assert keys(module, "predict") == list(questions)
    for call in answers:
        named = {keyword.arg for keyword in call.keywords}
        missing = questions[ast.literal_eval(call.args[0])].names - named
        assert not missing or None in named, ast.unparse(call)


@every_lesson
def test_its_code_does_not_give_the_answer_away(module: Module) -> None:
    """Neither the truth nor a reason stands in the cells that a learner sees before guessing."""
    code = "\n".join(texts(module, "code"))
    questions = read_questions(module.path / QUESTIONS).values()
    assert "truth" not in code
    assert [reason for each in questions for reason in each.because.values() if reason in code] == []


def test_no_two_predictions_share_their_id() -> None:
    """A guess is recorded by its id alone, so ids are unique in the whole course."""
    ids = Counter(key for module in modules() if module.lesson for key in keys(module, "predict"))

    assert [key for key, count in ids.items() if count > 1] == []


@every_lesson
def test_its_links_lead_somewhere_in_a_workspace(module: Module) -> None:
    """Every relative link of a lesson resolves in a learner's workspace."""
    for link in LINK.finditer("\n".join(texts(module, "markdown"))):
        target = unquote(link["target"].partition("#")[0])
        if not re.match(r"https?://", target):
            path = os.path.normpath(f"{module.slug}/{target}").replace(os.sep, "/")
            assert path in workspace_files(), link[0]


@every_lesson
def test_a_link_to_an_exercise_opens_it_there(module: Module) -> None:
    """Such a link names the heading's cell, whose id outlives a new title; JupyterLab scrolls to it."""
    for link in LINK.finditer("\n".join(texts(module, "markdown"))):
        if named := NAMED_EXERCISE.search(link["text"]):
            heading = cell_id(f"{named['id']}-heading")
            assert link["target"] == f"{module.slug}.ipynb#cell-id={heading}", link[0]


@every_lesson
def test_the_exercises_that_it_names_exist(module: Module) -> None:
    """An exercise named by number and id, or in code, is one of the course's."""
    prose, code = "\n".join(texts(module, "markdown")), "\n".join(texts(module, "code"))
    named = {match["id"]: f"{match['module']}.{match['number']}" for match in NAMED_EXERCISE.finditer(prose)}
    called = {match["id"] for match in CALLED_EXERCISE.finditer(prose + code)}

    assert {name: exercise_numbers().get(name) for name in named} == named
    assert called - set(exercise_numbers()) == set()


@every_lesson
def test_practice_starts_early_and_reaches_every_exercise(module: Module) -> None:
    """After at most two concepts comes the first link to an exercise; each exercise of the module has one."""
    cells = cells_of(module.lesson)
    linked = {
        match["id"]
        for text in texts(module, "markdown")
        for link in LINK.finditer(text)
        for match in NAMED_EXERCISE.finditer(link["text"])
    }
    first = next(place for place, (_, text) in enumerate(cells) if any(_links_to_exercises(text)))
    asked = sum(len(calls(text, "predict")) for kind, text in cells[:first] if kind == "code")

    assert asked <= 3, "the opening problem and two concepts"
    own = {FILE_NAME.fullmatch(path.name)["id"] for path in module.exercises}
    assert own - linked == set()


def _links_to_exercises(text: str) -> Iterator[bool]:
    return (NAMED_EXERCISE.search(link["text"]) is not None for link in LINK.finditer(text))


@every_lesson
def test_runs_from_top_to_bottom(module: Module, empty_folder: Path) -> None:
    """Run All works offline in an empty folder, writes nothing to stderr, and takes less than 15 seconds."""
    result = run(module.lesson, empty_folder)

    assert [output.text for output in result.outputs if output.get("name") == "stderr"] == []
    assert result.cpu_seconds < SECONDS


@every_lesson
def test_every_picture_that_it_shows_has_a_description(module: Module, empty_folder: Path) -> None:
    """No output is a bare picture: each is an `img` with words for those who do not see it."""
    data = [output.data for output in run(module.lesson, empty_folder).outputs if "data" in output]

    assert [bundle["text/plain"] for bundle in data if set(bundle) & {"image/png", "image/svg+xml"}] == []
    pictures = re.findall(r"<img[^>]*>", "".join(bundle.get("text/html", "") for bundle in data))
    assert [picture[:80] for picture in pictures if not re.match(r'<img alt="[^"]{20,}"', picture)] == []


def test_the_outline_ignores_comments_in_fenced_code() -> None:
    """A `#` inside fenced code is no heading."""
    assert headings(["# Title", "```\n# a comment\n```", "### Too deep"]) == [1, 3]


def test_only_what_is_read_counts_as_words() -> None:
    """Tags, link targets, rules of tables and signs are not words."""
    assert words("<details>\n\nTwo [words](a/b.ipynb) | --- | = **x**") == 3
