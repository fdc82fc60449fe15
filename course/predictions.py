"""Predict, run, compare: a learner commits to a guess before the cell that answers it.

`predict` shows a question with one button per option; `explain`, in the next cell, compares the guess with
what happened and explains every option. Nothing is graded and nothing waits: where nobody guesses (a notebook
that runs from top to bottom, a page without a kernel) the question stays readable, and the explanation lies
folded below it. A guess made later opens that explanation at once.

Each `Prediction` goes to the callables in `on_record` as it is made: to the progress log, and to whoever else
wants it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from IPython.display import display

from course import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from IPython.display import DisplayHandle

Bundle = dict[str, object]
"""What one output carries: the same thing as HTML and as plain text."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One guess, as it is recorded."""

    id: str
    choice: str


@dataclass(frozen=True, slots=True)
class _Explanation:
    """What `explain` knows about one question."""

    options: Mapping[str, str]
    truth: str
    because: Mapping[str, str]


def _log(prediction: Prediction) -> None:
    """Keep a guess in the progress log; one that cannot be kept is no reason to interrupt a lesson."""
    log.record("prediction", question=prediction.id, choice=prediction.choice)


on_record: list[Callable[[Prediction], None]] = [_log]
"""Called with every guess, in order."""

_options: dict[str, dict[str, str]] = {}
_guesses: dict[str, str] = {}
_on_page: dict[str, tuple[_Explanation, DisplayHandle]] = {}


def predict(key: str, question: str, options: Mapping[str, str], *, guess: str | None = None) -> None:
    """Ask `question` and record what the learner chooses, by button or, without buttons, as `guess`.

    `options` maps a letter to its text; backticks mark code. Asking again keeps an earlier guess until
    another one replaces it.
    """
    _options[key] = dict(options)
    _show(_question(question, options))
    if guess is not None:
        record(key, guess)
    _show_buttons(key)


def record(key: str, choice: str) -> None:
    """Keep `choice` as the guess for `key`, tell `on_record`, and open an explanation already on the page.

    Raises ValueError where `choice` is not an option of a question that was asked.
    """
    options = _options.get(key, {})
    if choice not in options:
        raise ValueError(f"predict({key!r}): found no option {choice!r}; choose one of {', '.join(options)}")
    _guesses[key] = choice
    for keep in on_record:
        keep(Prediction(key, choice))
    if key in _on_page:
        explanation, handle = _on_page[key]
        handle.update(_compared(explanation, choice), raw=True)


def explain(key: str, *, truth: str, because: Mapping[str, str]) -> None:
    """Compare the guess for `key` with `truth` and say of every option why it is right or wrong.

    `because` maps each option's letter to its reason. Without a guess the explanation stays folded. Raises
    ValueError where the reasons are not those of the options that `predict` offered.
    """
    options = _options.get(key, dict.fromkeys(because, ""))
    if set(because) != set(options) or truth not in options:
        found = f"reasons for {', '.join(because)} and the truth {truth!r}"
        raise ValueError(f"explain({key!r}): found {found}; expected the options {', '.join(options)}")
    explanation = _Explanation(options, truth, dict(because))
    handle = _show(_compared(explanation, _guesses.get(key)))
    if handle is not None:
        _on_page[key] = explanation, handle


def _show(bundle: Bundle) -> DisplayHandle | None:
    return display(bundle, raw=True, display_id=True)


def _question(question: str, options: Mapping[str, str]) -> Bundle:
    lines = [f"{letter}: {text}" for letter, text in options.items()]
    body = f"<p><strong>Predict.</strong> {_html(question)}</p>{_listed(lines)}"
    return {"text/html": _framed(body), "text/plain": "\n".join([f"Predict. {question}", *lines])}


def _compared(explanation: _Explanation, guess: str | None) -> Bundle:
    """Every option with its reason: open after a guess, folded before it."""
    truth = explanation.truth
    verdict = (
        f"You said {guess}; it is {truth}." if guess != truth else f"You said {guess}, and {guess} it is."
    )
    lines = [_reason(explanation, letter) for letter in explanation.options]
    if guess is None:
        verdict = "No guess yet: choose an option above, or open the answer."
        body = f"<details><summary>{verdict}</summary>{_listed([f'It is {truth}.', *lines])}</details>"
        return {"text/html": _framed(body), "text/plain": verdict}
    body = f"<p><strong>{verdict}</strong></p>{_listed(lines)}"
    return {"text/html": _framed(body), "text/plain": "\n".join([verdict, *lines])}


def _reason(explanation: _Explanation, letter: str) -> str:
    mark = "✓" if letter == explanation.truth else "✗"
    return f"{mark} {letter}: {explanation.options[letter]}\n{explanation.because[letter]}"


def _listed(lines: Iterable[str]) -> str:
    items = "".join(f'<li style="margin: 4px 0">{_html(line)}</li>' for line in lines)
    return f'<ul style="list-style: none; padding-left: 0; margin: 6px 0">{items}</ul>'


def _html(text: str) -> str:
    """Escape `text`; what stands between backticks becomes code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text)).replace("\n", "<br>")


def _framed(body: str) -> str:
    style = "max-width: 760px; margin: 8px 0 4px; border-left: 4px solid #0072B2; padding: 2px 0 2px 14px"
    return f'<div style="{style}">{body}</div>'


def _show_buttons(key: str) -> None:
    """Show one button per option where widgets are installed; their text twin says how to guess without."""
    try:
        from ipywidgets import ToggleButtons
    except ImportError:
        return
    chosen = _guesses.get(key)
    letters = list(_options[key])
    buttons = ToggleButtons(
        options=letters, value=chosen if chosen in letters else None, tooltips=list(_options[key].values())
    )
    buttons.style.button_width = "4em"
    buttons.observe(lambda change: record(key, change["new"]), names="value")
    twin = f"Without buttons, guess with predict(…, guess={letters[0]!r})."
    display({**buttons._repr_mimebundle_(), "text/plain": twin}, raw=True)
