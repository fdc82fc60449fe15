"""The wire between two processes: questions inside questions, and every way in which the far end can fail."""

from __future__ import annotations

import os
import struct
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from autograder.boundary.wire import LocalWire, Message, PipeWire
from autograder.errors import AnswerLost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Ends:
    """Two pipes and the wire at each end."""

    def __init__(self) -> None:
        to_there, from_there = os.pipe(), os.pipe()
        self.here = PipeWire(from_there[0], to_there[1])
        self.there = PipeWire(to_there[0], from_there[1])
        self.open = {*to_there, *from_there}

    def close(self, *numbers: int) -> None:
        """Close these ends, or all that are open."""
        for number in numbers or tuple(self.open):
            self.open.remove(number)
            os.close(number)


@pytest.fixture
def ends() -> Iterator[Ends]:
    """Two wires whose far end is silent until somebody speaks."""
    both = Ends()
    both.here.deadline = time.monotonic() + 20
    yield both
    both.close()


@contextmanager
def served(ends: Ends, serve: Callable[[Message], Message]) -> Iterator[None]:
    """Let the far end answer in a thread of its own."""
    ends.there.serve = serve
    thread = threading.Thread(target=ends.there.serve_forever)
    thread.start()
    try:
        yield
    finally:
        ends.close(ends.here.write_fd)
        thread.join(20)
        assert not thread.is_alive()


def test_a_reply_comes_back_with_its_buffers(ends: Ends) -> None:
    """Trees arrive as they were, bytes beside them."""
    with served(ends, lambda message: Message(["seen", message.tree], [*message.buffers, b"more"])):
        reply = ends.here.ask(Message(["q", 1.5, "\ud800", None], [b"\x00\xff", b""]))
    assert reply == Message(["seen", ["q", 1.5, "\ud800", None]], [b"\x00\xff", b"", b"more"])


def test_a_message_larger_than_any_pipe_arrives(ends: Ends) -> None:
    """Both sides write while both sides read, so megabytes cannot lock them."""
    data = os.urandom(1 << 16) * 64
    with served(ends, lambda message: message):
        assert ends.here.ask(Message("x" * 300_000, [data])).buffers == [data]


def test_questions_nest_in_questions(ends: Ends) -> None:
    """Whoever waits for a reply answers what is asked meanwhile, ten levels down."""

    def answer(message: Message) -> Message:
        return message if message.tree == 0 else ends.there.ask(Message(message.tree - 1, []))

    def ask_back(message: Message) -> Message:
        return message if message.tree == 0 else ends.here.ask(Message(message.tree - 1, []))

    ends.here.serve = ask_back
    with served(ends, answer):
        assert ends.here.ask(Message(10, [])).tree == 0


def test_silence_ends_at_the_deadline(ends: Ends) -> None:
    """An answer that never replies is a timeout, on time."""
    started = time.monotonic()
    ends.here.deadline = started + 0.1
    with pytest.raises(AnswerLost, match="no reply in time") as caught:
        ends.here.ask(Message(1, []))
    assert caught.value.timeout
    assert time.monotonic() - started < 5


def test_a_far_end_that_does_not_read_ends_at_the_deadline(ends: Ends) -> None:
    """A full pipe does not block for ever either."""
    ends.here.deadline = time.monotonic() + 0.1
    with pytest.raises(AnswerLost, match="in time") as caught:
        ends.here.ask(Message(1, [bytes(1 << 20)]))
    assert caught.value.timeout


def test_a_far_end_that_closed_is_lost(ends: Ends) -> None:
    """A process that ended is told apart from one that is slow."""
    ends.close(ends.there.write_fd)
    with pytest.raises(AnswerLost, match="has ended") as caught:
        ends.here.ask(Message(1, []))
    assert not caught.value.timeout


def test_writing_to_a_far_end_that_closed_is_lost(ends: Ends) -> None:
    """A broken pipe is no error of ours."""
    ends.close(ends.there.read_fd)
    with pytest.raises(AnswerLost, match="has ended"):
        ends.here.ask(Message(1, []))


def framed(kind: bytes, head: bytes, body: bytes = b"") -> bytes:
    """Return the bytes of a message, however wrong its parts are."""
    return struct.pack("<cII", kind, len(head), len(body)) + head + body


GARBAGE = {
    "not a message": b"Traceback (most recent call last):\n" * 9,
    "of half a gigabyte": struct.pack("<cII", b"r", 1 << 29, 1),
    "of eight gigabytes": struct.pack("<cII", b"r", 0xFFFFFFFF, 0xFFFFFFFF),
    "not JSON": framed(b"r", b"{"),
    "not UTF-8": framed(b"r", b'["\xff", []]'),
    "not a pair": framed(b"r", b"[1, [], 2]"),
    "a number": framed(b"r", b"1"),
    "nested too deep": framed(b"r", b"[" * 100_000 + b"]" * 100_000),
    "buffers that do not add up": framed(b"r", b"[1, [3]]", b"xx"),
    "a negative buffer": framed(b"r", b"[1, [-1, 3]]", b"xx"),
    "a buffer of half a byte": framed(b"r", b"[1, [0.5, 1.5]]", b"xx"),
    "buffers without a list": framed(b"r", b'[1, {"0": 2}]', b"xx"),
    "too many buffers": framed(b"r", b"[1, [" + b"0," * 100_001 + b"0]]"),
    "an integer of a million digits": framed(b"r", b"[" + b"9" * 1_000_000 + b", []]"),
    "an unknown kind": framed(b"z", b"[1, []]"),
    "a question that nobody may ask": framed(b"q", b"[1, []]"),
}


@pytest.mark.parametrize("raw", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_ends_the_connection(ends: Ends, raw: bytes) -> None:
    """After a message that is none nobody knows where the next one begins."""
    writer = threading.Thread(target=write_all, args=(ends.there.write_fd, raw))
    writer.start()
    with pytest.raises(AnswerLost) as caught:
        ends.here.ask(Message(1, []))
    writer.join(20)
    assert not caught.value.timeout


def write_all(number: int, raw: bytes) -> None:
    """Write bytes to a pipe as far as anybody reads them."""
    deadline = time.monotonic() + 1
    while raw and time.monotonic() < deadline:
        try:
            raw = raw[os.write(number, raw[: 1 << 16]) :]
        except BlockingIOError:
            time.sleep(0.01)


def test_the_far_end_stops_when_a_reply_comes_unasked(ends: Ends) -> None:
    """A side that serves is not confused by messages out of turn."""
    os.write(ends.here.write_fd, framed(b"r", b"[1, []]"))
    ends.there.serve = lambda message: message
    with pytest.raises(AnswerLost, match="nobody asked for"):
        ends.there.serve_forever()


def test_the_local_wire_is_a_call() -> None:
    """In one process a question is answered by the other side's function."""
    wire = LocalWire(lambda message: Message([message.tree], message.buffers))
    assert wire.ask(Message("q", [b"b"])) == Message(["q"], [b"b"])
