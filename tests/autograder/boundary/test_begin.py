"""A check begins with one question, also where one of the answer's objects cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import Message
from autograder.errors import Refused


class Forged:
    """A wire to a side that says of `bad` what nobody can read."""

    def ask(self, question: Message) -> Message:
        """Answer with plain data, and with a tree of an unknown tag for `bad`."""
        op, values, _ = question.tree
        bad: Any = ["no such tag", 0]
        if op == "begin":
            return Message(["value", ["dict", ["good", "bad"], [1, bad]], None, None], [])
        return Message(["value", 1 if values == ["good"] else bad, None, None], [])


def test_what_cannot_be_read_costs_only_itself() -> None:
    """The others are asked for by name, and the unreadable one is named with its reason."""
    side = JudgeSide({})
    side.wire = Forged()
    assert side.begin(["good", "bad"], types=[]) == {}
    assert side.root("good") == 1
    with pytest.raises(Refused):
        side.root("bad")
