"""Messages between trusted processes and their forks: JSON of a known size, with file descriptors beside.

A message from S is data like everything else from there: its size is capped, it must be JSON, it must
come in time, and it brings no descriptors.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import time
from typing import TYPE_CHECKING, Any

from autograder.errors import AnswerLost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HEAD = struct.Struct("<I")
MAX_MESSAGE = 1 << 28
MAX_DESCRIPTORS = 4
POLL_SECONDS = 0.1
"""How often a waiting process looks after what it waits for."""


class Channel:
    """One end of a socket pair."""

    def __init__(
        self, end: socket.socket, *, max_message: int = MAX_MESSAGE, descriptors: bool = True
    ) -> None:
        self.socket = end
        self.max_message = max_message
        self.descriptors = descriptors
        self.received: list[int] = []
        """Descriptors that came with the last message; the receiver owns them."""

    def fileno(self) -> int:
        """Return the socket's descriptor, for `select`."""
        return self.socket.fileno()

    def send(self, message: Any, descriptors: Sequence[int] = (), deadline: float | None = None) -> None:
        """Send one message; raises `AnswerLost` where nobody reads it in time."""
        data = json.dumps(message).encode()
        view = memoryview(_HEAD.pack(len(data)) + data)
        try:
            while view:
                _wait([], [self.socket], deadline, None)
                if descriptors:
                    sent = socket.send_fds(self.socket, [view[: 1 << 16]], list(descriptors))
                    descriptors = ()
                else:
                    sent = self.socket.send(view[: 1 << 16])
                view = view[sent:]
        except (BrokenPipeError, ConnectionResetError):
            raise AnswerLost("the other process has ended") from None

    def receive(self, deadline: float | None = None, look: Callable[[], None] | None = None) -> Any:
        """Return the next message; `look` is called now and then while nothing comes."""
        self.received = []
        (size,) = _HEAD.unpack(self._read(_HEAD.size, deadline, look))
        if size > self.max_message:
            raise AnswerLost(f"it sent a message of {size:,} bytes")
        data = self._read(size, deadline, look)
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise AnswerLost(f"it sent a malformed message ({type(error).__name__})") from None

    def close(self) -> None:
        """Close this end."""
        self.socket.close()

    def _read(self, size: int, deadline: float | None, look: Callable[[], None] | None) -> bytes:
        data = bytearray()
        while len(data) < size:
            _wait([self.socket], [], deadline, look)
            try:
                chunk = self._chunk(min(size - len(data), 1 << 20))
            except ConnectionResetError:
                chunk = b""
            if not chunk:
                raise AnswerLost("the process has ended")
            data += chunk
        return bytes(data)

    def _chunk(self, size: int) -> bytes:
        if not self.descriptors:
            return self.socket.recv(size)
        chunk, descriptors, _flags, _address = socket.recv_fds(self.socket, size, MAX_DESCRIPTORS)
        self.received += descriptors
        return chunk


def pair(*, max_message: int = MAX_MESSAGE, descriptors: bool = True) -> tuple[Channel, socket.socket]:
    """Return our end of a new connection and the plain socket to hand to another process."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    return Channel(ours, max_message=max_message, descriptors=descriptors), theirs


def _wait(read: list[Any], write: list[Any], deadline: float | None, look: Callable[[], None] | None) -> None:
    while True:
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            raise AnswerLost("no reply in time", timeout=True)
        step = left if look is None else POLL_SECONDS if left is None else min(left, POLL_SECONDS)
        ready = select.select(read, write, [], step)
        if ready[0] or ready[1]:
            return
        if look is not None:
            look()
