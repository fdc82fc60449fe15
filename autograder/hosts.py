"""Where an answer lives while it is judged, and the simplest such place: a namespace of this process."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Protocol

from autograder.boundary.answer_side import AnswerSide
from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import LocalWire
from autograder.prepared import prepare, setup_types

if TYPE_CHECKING:
    from collections.abc import Generator

    from autograder.capture import Capture
    from autograder.errors import AnswerLost
    from course.exercise import Exercise


class Host(Protocol):
    """Holds an answer and gives the judge a side to talk to it."""

    def side(self) -> JudgeSide:
        """Return the judge side of a boundary to the answer, started again where it was lost."""

    def limit(self, seconds: float, /) -> contextlib.AbstractContextManager[None]:
        """Bound what the answer side may take for replies inside the block."""

    def drop(self) -> AnswerLost | None:
        """Forget an answer side that stopped answering; returns why it did, where the host knows better."""


class LocalHost:
    """The answer is a namespace of this process: a learner's kernel, or an answer run here."""

    def __init__(self, exercise: Exercise, namespace: dict[str, Any], capture: Capture) -> None:
        self._side = JudgeSide(prepare(exercise).setup_types)
        answers = AnswerSide(namespace, setup_types(exercise, namespace), capture)
        self._side.wire = LocalWire(answers.serve)
        answers.wire = LocalWire(self._side.serve)

    def side(self) -> JudgeSide:
        """Return the one judge side there is."""
        return self._side

    @contextlib.contextmanager
    def limit(self, _seconds: float) -> Generator[None]:
        """Leave the limit to the judge: it runs in this process, too."""
        yield

    def drop(self) -> None:
        """The next check starts with empty tables anyway."""
