"""Whatever a learner's side writes on the wire, the judge gets a value or one of a few exceptions, in time."""

from __future__ import annotations

import contextlib
import json
import os
import struct
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.boundary import exceptions
from autograder.boundary.handles import Handle, NotPlain
from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import LocalWire, Message, PipeWire
from autograder.errors import AnswerLost, AnswerRaised, Refused

EXPECTED = (Refused, NotPlain, AnswerLost, AnswerRaised, NameError)
"""All that a check may meet because of what the other side wrote."""

_words = st.sampled_from(
    "value raised refused absent mine yours rng list tuple dict set int float bytes numpy:array numpy:objects namedtuple "
    "type iterator deque decimal fraction sklearn:object pandas:frame call get op".split()
)
_leaves = (
    st.none()
    | st.booleans()
    | st.integers(-3, 5)
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | _words
)
trees = st.recursive(
    _leaves, lambda inner: st.lists(inner, max_size=4) | st.tuples(_words, inner).map(list), max_leaves=12
)
objects = st.builds(
    lambda number, rest: ["mine", number, rest],
    st.integers(-1, 3),
    st.lists(st.text(max_size=3) | trees, max_size=5),
)
replies = st.builds(
    lambda outcome, value, notes, rngs: [outcome, value, notes, rngs],
    st.sampled_from(["value", "raised", "refused", "absent", ""]), trees | objects, trees, st.none() | trees,
)  # fmt: skip


def side_that_hears(*trees_heard: Any) -> JudgeSide:
    """Return a judge's side whose other end says these things, one after the other, then the last for ever."""
    waiting = [*trees_heard]
    side = JudgeSide({})
    side.wire = LocalWire(
        lambda _question: Message(waiting.pop(0) if len(waiting) > 1 else waiting[0], [b"\0" * 8])
    )
    return side


def use(value: Any) -> None:
    """Do with a value what checks do."""
    if type(value) is not Handle:
        return
    for act in (lambda: value(1), lambda: value.name, lambda: value[0], lambda: len(value), lambda: [*value], lambda: value + 1,
                lambda: 1 in value, lambda: isinstance(1, type(value))):  # fmt: skip
        with contextlib.suppress(EXPECTED):
            act()


@given(st.lists(replies | trees, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_reply_is_a_value_or_an_exception_that_checks_know(heard: list[Any]) -> None:
    """No well-formed nonsense raises anything that the judge would take for its own fault."""
    side = side_that_hears(*heard)
    with contextlib.suppress(EXPECTED):
        use(side.root("answer"))


@given(st.sampled_from(["call", "get", "set", "op", "ask", "forget", "_export", "wire", ""]), trees, trees)
@settings(max_examples=120, deadline=None)
def test_any_question_of_the_answer_is_answered(op: str, values: Any, rngs: Any) -> None:
    """Whoever asks the judge nonsense gets a reply that lends no object of the judge's."""
    side = JudgeSide({})
    reply = side.serve(Message([op, values, rngs], [b"\0" * 8]))
    assert reply.tree[0] in ("raised", "value")
    assert side._exports == []


fields = st.sampled_from(["type", "bases", "message", "lines", "arity"])
lines = st.lists(
    trees
    | st.tuples(
        st.text(max_size=2), st.floats() | st.integers(), st.text(max_size=2), st.text(max_size=2), trees
    )
)


@given(st.dictionaries(fields, trees) | st.builds(
    lambda bases, found: {"type": "T", "bases": bases, "message": "m", "lines": found}, st.lists(st.text(max_size=3)), lines,
) | trees)  # fmt: skip
@settings(max_examples=120, deadline=None)
def test_any_exception_is_rebuilt_or_refused(data: Any) -> None:
    """A description of an exception that says anything at all gives a marked exception or `Refused`."""
    try:
        rebuilt = exceptions.rebuild(data)
    except Refused:
        return
    assert isinstance(rebuilt, AnswerRaised)


@pytest.mark.parametrize("name", ["StopIteration", "SystemExit", "KeyboardInterrupt", "GeneratorExit", "AssertionError", "MemoryError",
                                  "UnicodeDecodeError", "BaseExceptionGroup", "OSError", "SyntaxError", "ImportError"])  # fmt: skip
def test_every_builtin_exception_is_marked_as_the_learners(name: str) -> None:
    """An exception that ends loops, tests or processes elsewhere is one more exception of the answer's here."""
    data = {
        "type": name,
        "bases": [f"builtins:{name}", "builtins:BaseException"],
        "message": "m",
        "lines": [],
    }
    rebuilt = exceptions.rebuild(data)
    assert (isinstance(rebuilt, AnswerRaised), str(rebuilt)) == (True, "m")


@given(st.binary(max_size=40) | st.builds(
    lambda kind, head, body: struct.pack("<cII", kind, len(head), len(body)) + head + body,
    st.sampled_from([b"r", b"q", b"x", b"\0"]), trees.map(lambda tree: json.dumps(tree).encode()), st.binary(max_size=20),
))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_message_or_the_end_of_the_connection(data: bytes) -> None:
    """Noise, half messages and wrong sizes end in `AnswerLost`, never in an exception of another kind."""
    read, far = os.pipe()
    nobody, write = os.pipe()
    try:
        wire = PipeWire(read, write, serve=lambda _message: Message(None, []), deadline=time.monotonic() + 5)
        os.write(far, data)
        os.close(far)
        with contextlib.suppress(AnswerLost):
            assert isinstance(wire.ask(Message(None, [])), Message)
    finally:
        for number in (read, nobody, write):
            os.close(number)


@pytest.mark.parametrize("numbers", [[k * ((1 << 61) - 1) for k in range(1, 40_000)]], ids=["one hash"])
def test_colliding_numbers_do_not_stall_the_judge(numbers: list[int]) -> None:
    """A set whose members share a hash is refused or read at once; its time does not grow with the square."""
    side = side_that_hears(["value", ["set", [["int", hex(number)] for number in numbers]], None, None])
    started = time.process_time()
    with contextlib.suppress(EXPECTED):
        side.root("answer")
    assert time.process_time() - started < 2.0
