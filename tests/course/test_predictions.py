"""Predictions: a guess is kept, compared and explained, and its absence stops nobody."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from IPython.utils.capture import capture_output

from course import predictions
from course.predictions import Prediction, explain, predict, record

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = {"A": "it rises", "B": "it falls"}
BECAUSE = {"A": "nothing pushes it up", "B": "a larger span lies closer"}


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch, notebook_shell: None) -> list[Prediction]:
    """Start without guesses, in a shell that displays, and return what is recorded."""
    recorded: list[Prediction] = []
    monkeypatch.setattr(predictions, "on_record", [recorded.append])
    for name in ("_options", "_guesses", "_on_page"):
        monkeypatch.setattr(predictions, name, {})
    return recorded


def outputs(function: Callable[..., None], *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
    """Return what a call displays."""
    with capture_output() as captured:
        function(*args, **kwargs)
    return [output.data for output in captured.outputs]


def asked(**kwargs: Any) -> list[dict[str, Any]]:
    """Ask the question of these tests; return what it displays."""
    return outputs(predict, "noise", "What does the error do?", OPTIONS, **kwargs)


def explained() -> dict[str, Any]:
    """Explain the question of these tests; return the one output."""
    (output,) = outputs(explain, "noise", truth="B", because=BECAUSE)
    return output


def buttons() -> Any:
    """Return the buttons below the question."""
    from ipywidgets.widgets.widget import _instances

    model = next(
        data["application/vnd.jupyter.widget-view+json"]
        for data in asked()
        if len(data) > 1 and "application/vnd.jupyter.widget-view+json" in data
    )
    return _instances[model["model_id"]]


def test_the_question_and_its_options_are_readable_without_a_kernel() -> None:
    """A page without widgets shows the question and every option as text."""
    question = asked()[0]

    for text in ("What does the error do?", *OPTIONS.values()):
        assert text in question["text/html"]
        assert text in question["text/plain"]


def test_there_is_one_button_for_each_option_and_none_is_chosen() -> None:
    """The buttons suggest no answer."""
    row = buttons()

    assert list(row.options) == ["A", "B"]
    assert row.value is None
    assert list(row.tooltips) == list(OPTIONS.values())


def test_a_button_records_the_guess(kept: list[Prediction]) -> None:
    """Whoever listens on `on_record` gets the question's id and the chosen letter."""
    buttons().value = "A"

    assert kept == [Prediction("noise", "A")]


def test_a_guess_can_be_written_where_there_are_no_buttons(
    kept: list[Prediction], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without ipywidgets the question works, and `guess=` does what a button does."""
    monkeypatch.setitem(sys.modules, "ipywidgets", None)

    assert len(asked(guess="B")) == 1
    assert kept == [Prediction("noise", "B")]


def test_running_everything_records_nothing_and_folds_the_answer(kept: list[Prediction]) -> None:
    """Run All goes through without a guess, and spoils no answer."""
    asked()
    answer = explained()

    assert kept == []
    assert "<details>" in answer["text/html"]
    assert "No guess yet" in answer["text/plain"]
    assert BECAUSE["B"] not in answer["text/plain"]


@pytest.mark.parametrize(
    ("guess", "verdict"), [("A", "You said A; it is B."), ("B", "You said B, and B it is.")]
)
def test_a_guess_is_compared_and_every_option_explained(guess: str, verdict: str) -> None:
    """After a guess the answer is open, with a reason for each option, right or wrong."""
    asked(guess=guess)
    answer = explained()

    assert "<details>" not in answer["text/html"]
    for text in (verdict, *BECAUSE.values()):
        assert text in answer["text/html"]
        assert text in answer["text/plain"]


def test_a_guess_made_later_opens_the_explanation_on_the_page() -> None:
    """Who runs everything first and guesses then sees the comparison at once, in its place."""
    asked()
    explained()

    (opened,) = outputs(record, "noise", "A")

    assert "You said A; it is B." in opened["text/html"]


def test_asking_again_keeps_the_guess() -> None:
    """A second Run All shows the button that was chosen and the open explanation."""
    asked(guess="A")

    assert buttons().value == "A"
    assert "You said A" in explained()["text/plain"]


def test_a_cell_that_explains_works_although_its_question_was_skipped() -> None:
    """A learner who skips the question still gets the explanation."""
    assert BECAUSE["B"] in explained()["text/html"]


def test_an_option_that_was_not_offered_is_refused(kept: list[Prediction]) -> None:
    """A mistyped guess names the options, and nothing is recorded."""
    with pytest.raises(ValueError, match="no option 'C'; choose one of A, B"):
        asked(guess="C")
    assert kept == []


@pytest.mark.parametrize(
    ("truth", "because"), [("C", BECAUSE), ("B", {"B": "only the right one"}), ("B", {**BECAUSE, "C": "?"})]
)
def test_an_explanation_must_cover_exactly_the_options(truth: str, because: dict[str, str]) -> None:
    """An author who forgets an option, or invents one, learns it from the error."""
    asked()

    with pytest.raises(ValueError, match="expected the options A, B"):
        explain("noise", truth=truth, because=because)


def test_text_is_escaped_and_backticks_mark_code() -> None:
    """Signs of HTML in a question stay text; what stands between backticks is code."""
    html = outputs(predict, "tags", "Is `a < b`?", {"A": "<b>yes</b>"})[0]["text/html"]

    assert "<code>a &lt; b</code>" in html
    assert "<b>" not in html
