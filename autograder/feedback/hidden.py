"""What a learner may not read: hidden tests, schemes for marking, and their lines wherever they turn up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from autograder.grading.released import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from autograder.grading.settings import CourseFolder

NOTICE = "# hidden tests"
_LEFT_OUT = "(a line of a hidden test)"
_SHORTEST = 6
"""Shorter lines, such as `else:`, give nothing away."""


@dataclass(frozen=True, slots=True)
class Regions:
    """The words between which nobody but the instructor reads."""

    pairs: tuple[tuple[str, str], ...] = (
        ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS"),
        ("BEGIN MARK SCHEME", "END MARK SCHEME"),
    )

    @classmethod
    def of(cls, course: CourseFolder) -> Regions:
        """Return those that a course's configuration names."""
        tests, marks = cls().pairs
        words = "begin_test_delimeter", "end_test_delimeter"
        scheme = "begin_mark_scheme_delimeter", "end_mark_scheme_delimeter"
        found = (
            _configured(course, "ClearHiddenTests", words, tests),
            _configured(course, "ClearMarkScheme", scheme, marks),
        )
        return cls(found)

    def split(self, source: str) -> tuple[str, list[str]]:
        """Return a cell's text without its regions, and their lines; an open region goes on to the end."""
        shown: list[str] = []
        secret: list[str] = []
        end = ""
        for line in source.split("\n"):
            begun = next((last for first, last in self.pairs if first in line), "")
            if end:
                secret.append(line)
                end = "" if end in line else end
            elif begun:
                end = begun
                shown += [NOTICE] * (begun == self.pairs[0][1])
            else:
                shown.append(line)
        return "\n".join(shown), secret


def _configured(course: CourseFolder, part: str, names: tuple[str, str], otherwise: tuple[str, str]) -> Any:
    return tuple(str(course.option(part, name, word)) for name, word in zip(names, otherwise, strict=True))


class Secrets:
    """The secret lines of a notebook, made of `graded_cells`; a callable that takes them out of a text."""

    def __init__(self, cells: Iterable[dict[str, Any]], regions: Regions) -> None:
        secret: set[str] = set()
        public: set[str] = set()
        for cell in cells:
            marks, source = marks_of(cell), cell["source"]
            ours = bool(marks.get("task") or (marks.get("grade") and not marks.get("solution")))
            shown, lines = regions.split(source) if ours else (source, [])
            secret.update(_telling(lines))
            public.update(_telling(shown.split("\n")))
        lines = sorted(secret - public, key=len, reverse=True)
        forms = dict.fromkeys(
            form for line in lines for form in (line, escape(line), escape(line, quote=False))
        )
        self.pattern = re.compile("|".join(map(_loosely, forms))) if forms else None

    def __call__(self, text: str) -> str:
        """Return a text without the secret lines that it quotes."""
        return text if self.pattern is None else self.pattern.sub(_LEFT_OUT, text)

    def __bool__(self) -> bool:
        return self.pattern is not None


def _telling(lines: Iterable[str]) -> Iterator[str]:
    return (line.strip() for line in lines if len(line.strip()) >= _SHORTEST)


def _loosely(line: str) -> str:
    """Return a pattern that finds a line however its spaces were set, or its marks escaped in a repr."""
    words = [re.escape(word).replace("'", r"\\?'").replace('"', r'\\?"') for word in line.split()]
    return r"\s+".join(words)
