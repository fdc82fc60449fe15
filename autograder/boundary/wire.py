"""Two wires between the judge side and the answer side, with one interface.

`LocalWire` is a direct call: in a learner's kernel both sides live in one process. `PipeWire` is a pair
of pipes between processes. A message is a tree (see `codec_core`) with its buffers; over a pipe it is a
length, the tree as JSON, and the raw buffers. After anything else on a pipe nobody knows where the next
message begins, so that ends the connection (`AnswerLost`). A question may be answered by a question (a
callback); whoever waits for a reply serves what comes in between.
"""

from __future__ import annotations

import json
import os
import select
import struct
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from autograder.errors import AnswerLost

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_MESSAGE = 1 << 29
MAX_HEAD = 1 << 25
"""Bytes of the tree as JSON; read, its lists take many times that."""
MAX_BUFFERS = 100_000
_HEAD = struct.Struct("<cII")


class Message(NamedTuple):
    """One question or reply."""

    tree: Any
    buffers: list[bytes]


class Wire(Protocol):
    """What a side needs to ask the other one."""

    def ask(self, question: Message) -> Message:
        """Send a question, serve what the other side asks meanwhile, return its reply."""


@dataclass(slots=True)
class LocalWire:
    """The other side is an object in this process."""

    serve: Callable[[Message], Message]

    def ask(self, question: Message) -> Message:
        """Return what the other side answers."""
        return self.serve(question)


@dataclass(slots=True)
class PipeWire:
    """The other side is a process at the far end of two pipes."""

    read_fd: int
    write_fd: int
    serve: Callable[[Message], Message] | None = None
    deadline: float | None = None
    """`time.monotonic()` after which waiting for a message ends in `AnswerLost`."""
    _pending: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        os.set_blocking(self.write_fd, False)

    def ask(self, question: Message) -> Message:
        """Send a question over the pipe and return the reply to it."""
        self._send(b"q", question)
        while True:
            kind, message = self._receive()
            if kind == b"r":
                return message
            if kind != b"q" or self.serve is None:
                raise AnswerLost("it sent what nobody asked for")
            self._send(b"r", self.serve(message))

    def serve_forever(self) -> None:
        """Answer questions until the other side closes its end."""
        while True:
            try:
                kind, message = self._receive()
            except AnswerLost:
                return
            self._answer(kind, message)

    def serve_one(self) -> None:
        """Answer the next question; raises `AnswerLost` when the other side has closed its end."""
        self._answer(*self._receive())

    def _answer(self, kind: bytes, message: Message) -> None:
        if kind != b"q" or self.serve is None:
            raise AnswerLost("a reply that nobody asked for")
        self._send(b"r", self.serve(message))

    def _send(self, kind: bytes, message: Message) -> None:
        # What a side encodes is bounded there (codec_core.MAX_SIZE), so sizes fit the head's 32 bits.
        head = json.dumps([message.tree, [len(item) for item in message.buffers]]).encode()
        raw = b"".join((_HEAD.pack(kind, len(head), sum(map(len, message.buffers))), head, *message.buffers))
        view = memoryview(raw)
        try:
            while view:
                try:
                    view = view[os.write(self.write_fd, view) :]
                except BlockingIOError:
                    self._wait_until_writable()
        except BrokenPipeError:
            raise AnswerLost("the process with the answer has ended") from None

    def _receive(self) -> tuple[bytes, Message]:
        kind, head_size, body_size = _HEAD.unpack(self._read(_HEAD.size))
        if head_size > MAX_HEAD or head_size + body_size > MAX_MESSAGE:
            raise AnswerLost(f"it sent a message of {head_size + body_size:,} bytes")
        head = self._read(head_size)
        body = memoryview(self._read(body_size))
        try:
            tree, sizes = json.loads(head)
            return kind, Message(tree, _cut(body, sizes))
        except (ValueError, TypeError, RecursionError, MemoryError) as error:
            raise AnswerLost(f"it sent a malformed message ({type(error).__name__})") from None

    def _read(self, size: int) -> bytes:
        while len(self._pending) < size:
            self._wait_until_readable()
            chunk = os.read(self.read_fd, max(1 << 16, size - len(self._pending)))
            if not chunk:
                raise AnswerLost("the process with the answer has ended")
            self._pending += chunk
        data = bytes(self._pending[:size])
        del self._pending[:size]
        return data

    def _wait_until_readable(self) -> None:
        if not select.select([self.read_fd], [], [], self._left())[0]:
            raise AnswerLost("no reply in time", timeout=True)

    def _wait_until_writable(self) -> None:
        if not select.select([], [self.write_fd], [], self._left())[1]:
            raise AnswerLost("no reply in time", timeout=True)

    def _left(self) -> float | None:
        return None if self.deadline is None else max(0.0, self.deadline - time.monotonic())


def _cut(body: memoryview, sizes: Any) -> list[bytes]:
    if type(sizes) is not list or len(sizes) > MAX_BUFFERS:
        raise ValueError("an impossible number of buffers")
    if any(type(n) is not int or n < 0 for n in sizes) or sum(sizes) != len(body):
        raise ValueError("buffers that do not add up")
    parts, start = [], 0
    for size in sizes:
        parts.append(bytes(body[start : start + size]))
        start += size
    return parts
