"""Two sides of the boundary joined in one process, for tests of what one side may do to the other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from autograder.boundary.answer_side import AnswerSide
from autograder.boundary.judge_side import CHECK_MODULE, JudgeSide
from autograder.boundary.wire import LocalWire, Message
from autograder.capture import Capture

if TYPE_CHECKING:
    from collections.abc import Callable


def names_of(text: str, module: str = "__main__") -> dict[str, Any]:
    """Run a text and return its names."""
    names: dict[str, Any] = {"__name__": module}
    exec(text, names)  # noqa: S102 -- what a cell does
    return names


def of_check(text: str) -> dict[str, Any]:
    """Return the names of a text that is run the way a check is."""
    return names_of(text, CHECK_MODULE)


def joined(answer: str, *, as_json: bool = False) -> JudgeSide:
    """Return the judge side of a boundary to an answer, its messages taken apart as on a pipe or not."""
    judge = JudgeSide({}, arithmetic=True)
    answers = AnswerSide(names_of(answer), {}, Capture())
    judge.wire = LocalWire(_through_json(answers.serve) if as_json else answers.serve)
    answers.wire = LocalWire(_through_json(judge.serve) if as_json else judge.serve)
    return judge


def _through_json(serve: Callable[[Message], Message]) -> Callable[[Message], Message]:
    def served(question: Message) -> Message:
        return _copied(serve(_copied(question)))

    return served


def _copied(message: Message) -> Message:
    return Message(json.loads(json.dumps(message.tree)), [bytes(item) for item in message.buffers])


def answering(*reply: Any) -> JudgeSide:
    """Return a judge side whose answer says the same to everything, whatever it is asked."""
    judge = JudgeSide({}, arithmetic=True)
    judge.wire = LocalWire(lambda _question: Message([*reply], []))
    return judge
