"""The questions of lessons: read strictly, asked by key, explained with the numbers that a cell computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from IPython.utils.capture import capture_output

from course import predictions, questions
from course.errors import ContentErrors
from course.questions import FILE, explain, predict, read_questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = """
[noise]
question = "What does the error do?"
truth = "B"

[noise.A]
option = "It rises"
because = "Nothing pushes it up."

[noise.B]
option = "It falls"
because = "From {before:.1f} to {after:.1f}."
"""


@pytest.fixture
def one_question(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    notebook_shell: None,
) -> Iterator[None]:
    """A course whose only lesson asks one question, in a shell that displays."""
    (tmp_path / "02_vectors").mkdir()
    (tmp_path / "02_vectors" / FILE).write_text(TEXT)
    monkeypatch.setattr(questions, "content_root", lambda: tmp_path)
    monkeypatch.setattr(predictions, "on_record", [])
    for name in ("_options", "_guesses", "_on_page"):
        monkeypatch.setattr(predictions, name, {})
    questions._all_questions.cache_clear()
    yield
    questions._all_questions.cache_clear()


@pytest.mark.usefixtures("one_question")
def test_a_question_is_asked_by_its_key() -> None:
    """The cell names the key; question and options come from the file."""
    with capture_output() as captured:
        predict("noise")

    assert captured.outputs[0].data["text/plain"] == (
        "Predict. What does the error do?\nA: It rises\nB: It falls"
    )


@pytest.mark.usefixtures("one_question")
def test_the_explanation_holds_the_numbers_of_the_cell() -> None:
    """What a cell computed stands in the reasons, in the form that they ask for."""
    with capture_output() as captured:
        predict("noise", guess="A")
        explain("noise", before=146.53, after=114.08)

    said = captured.outputs[-1].data["text/plain"]
    assert said.startswith("You said A; it is B.")
    assert "From 146.5 to 114.1." in said


@pytest.mark.usefixtures("one_question")
@pytest.mark.parametrize("numbers", [{}, {"before": 1.0}, {"before": 1.0, "after": 2.0, "more": 3.0}])
def test_a_number_too_few_or_too_many_is_refused(numbers: dict[str, float]) -> None:
    """An author who forgets a number, or computes one for nothing, learns which ones are expected."""
    with pytest.raises(ValueError, match="expected after, before"):
        explain("noise", **numbers)


@pytest.mark.usefixtures("one_question")
def test_an_unknown_key_is_refused() -> None:
    """A mistyped key is an error that names it."""
    with pytest.raises(ValueError, match="no question 'nois'"):
        predict("nois")


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        ('truth = "B"', 'truth = "C"', 2, "the truth 'C' of A, B in the question 'noise'"),
        ('truth = "B"', "", 2, "no `question` or no `truth`"),
        ('because = "Nothing pushes it up."', "", 2, "something else as option A"),
        ("[noise.A]", "[noise.B]", 1, "no TOML"),
    ],
)
def test_an_authors_mistake_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, found: str
) -> None:
    """A question without a truth among its options, or an option without a reason, stops the reader."""
    path = tmp_path / FILE
    path.write_text(TEXT.replace(old, new))

    with pytest.raises(ContentErrors) as caught:
        read_questions(path)

    (error,) = caught.value.errors
    assert error.line == line
    assert error.found.startswith(found)
