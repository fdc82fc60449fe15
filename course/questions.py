"""The questions of lessons: what `predict` asks before a cell runs, and what `explain` says afterwards.

Their texts stand in `modules/NN_slug/questions.toml`, beside the lesson, so that a lesson's code shows the
idea and not the answer:

    [la_noise]
    question = "What happens to the error?"
    truth = "A"

    [la_noise.A]
    option = "It falls"
    because = "From {before:.1f} to {after:.1f}."

The cell that answers computes the numbers: `explain("la_noise", before=…, after=…)`. Keys are unique in the
whole course, because a guess is recorded by its key.
"""

from __future__ import annotations

import string
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from course import predictions
from course.catalog import content_root
from course.errors import ContentError, ContentErrors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE = "questions.toml"
_QUESTION, _OPTION = ("question", "truth"), ("option", "because")


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its options and, for each of them, why it is right or wrong."""

    text: str
    truth: str
    options: Mapping[str, str]
    because: Mapping[str, str]
    """Reasons, with names in braces where the answering cell's numbers go."""

    @property
    def names(self) -> set[str]:
        """What the answering cell has to compute."""
        fields = [
            field for text in self.because.values() for _, field, _, _ in string.Formatter().parse(text)
        ]
        return {field for field in fields if field is not None}


def predict(key: str, *, guess: str | None = None) -> None:
    """Ask the question `key` and record what the learner chooses, by button or, without buttons, as `guess`.

    Raises ValueError where no lesson asks it.
    """
    question = _find(key)
    predictions.predict(key, question.text, question.options, guess=guess)


def explain(key: str, **numbers: Any) -> None:
    """Compare the guess for `key` with the truth, and say of every option why it is right or wrong.

    Raises ValueError where `numbers` are not exactly those that the reasons name.
    """
    question = _find(key)
    if set(numbers) != question.names:
        found, expected = (", ".join(sorted(names)) or "none" for names in (numbers, question.names))
        raise ValueError(f"explain({key!r}): found the numbers {found}; expected {expected}")
    because = {letter: text.format(**numbers) for letter, text in question.because.items()}
    predictions.explain(key, truth=question.truth, because=because)


def read_questions(path: Path) -> dict[str, Question]:
    """Return the questions of a lesson by their keys; raises `ContentErrors` with every mistake in them."""
    text = path.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentErrors(
            [ContentError(path, 1, f"no TOML: {error}", "a table for each question")]
        ) from error
    problems = [
        ContentError(path, _line(text, key), f"{found} in the question {key!r}", expected)
        for key, table in tables.items()
        for found, expected in _problems(table)
    ]
    if problems:
        raise ContentErrors(problems)
    return {key: _question(table) for key, table in tables.items()}


def _line(text: str, key: str) -> int:
    """Return the line on which a question's table begins."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.startswith(f"[{key}]")), 1)


def _problems(table: Any) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one question's table, and what was expected."""
    if not _has_texts(table, _QUESTION):
        yield "no `question` or no `truth`", "a text for both"
        return
    options = _options(table)
    for letter, option in options.items():
        if not _has_texts(option, _OPTION) or len(option) > len(_OPTION):
            yield f"something else as option {letter}", "a text for `option` and for `because`"
    if len(options) < 2 or table["truth"] not in options:
        yield (
            f"the truth {table['truth']!r} of {', '.join(options) or 'no option'}",
            "one of at least two options",
        )


def _has_texts(table: Any, names: tuple[str, ...]) -> bool:
    return isinstance(table, dict) and all(isinstance(table.get(name), str) for name in names)


def _options(table: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in _QUESTION}


def _question(table: dict[str, Any]) -> Question:
    options = _options(table)
    return Question(
        table["question"],
        table["truth"],
        {letter: option["option"] for letter, option in options.items()},
        {letter: option["because"] for letter, option in options.items()},
    )


def _find(key: str) -> Question:
    questions = _all_questions()
    if key not in questions:
        raise ValueError(f"found no question {key!r}; expected one that a lesson's {FILE} holds")
    return questions[key]


@lru_cache(maxsize=1)
def _all_questions() -> dict[str, Question]:
    """Return the questions of every lesson."""
    files = sorted(content_root().glob(f"*/{FILE}"))
    return {key: question for path in files for key, question in read_questions(path).items()}
