"""What both sides of the boundary share: tables of objects, messages, and one loop of question and reply.

A question is `[op, values, rngs]`; the other side answers it with its method `on_<op>`. A reply is
`["value", value, notes, rngs]`, `["raised", exception, notes, rngs]` or, where a value cannot cross,
`["refused", why, notes, rngs]`. `rngs` carries the states of
shared random generators that moved since the last message, so a generator that both sides hold stays in
step, also while a lazy learner's generator draws from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.boundary.codec import Decoder, Encoder
from autograder.boundary.wire import Message
from autograder.errors import AnswerLost, Refused

if TYPE_CHECKING:
    from autograder.boundary.wire import Wire

MAX_EXPORTS = 100_000


class Side:
    """One end of the boundary."""

    trusts_other = False
    keeps_layout = False
    """Whether what this side sends are arguments, whose strides and flags matter."""

    def __init__(self, setup_types: dict[str, type]) -> None:
        self.setup_types = setup_types
        self.wire: Wire
        self.forget()

    def forget(self) -> None:
        """Drop every object and generator; each check starts with empty tables."""
        self._exports: list[Any] = []
        self._export_numbers: dict[int, int] = {}
        self._imports: dict[int, Any] = {}
        self._rngs: dict[int, Any] = {}
        self._rng_states: dict[int, Any] = {}

    def ask(self, op: str, *values: Any) -> tuple[Any, Any, Any]:
        """Ask the other side; returns (outcome, value, notes), the value being plain data or proxies."""
        reply = self.wire.ask(self._message([op], values))
        outcome, value, notes, rngs = self._read(reply, 4)
        self._follow(rngs)
        return outcome, value, notes

    def serve(self, question: Message) -> Message:
        """Answer one question of the other side."""
        op = ""
        try:
            op, values, rngs = self._read_question(question)
            self._follow(rngs)
            outcome, value, notes = self._handler(op)(*values)
            return self._message([outcome], value, notes, spread=False)
        except AnswerLost:
            raise
        except Exception as error:  # noqa: BLE001 -- a question must end in a reply, on whichever side it failed
            outcome, value = self.refusal(op, error)
            return self._message([outcome], value, None, spread=False)

    def _handler(self, op: str) -> Any:
        handler = getattr(self, f"on_{op}", None)
        if handler is None:
            raise Refused(f"the unknown question {op[:40]!r}")
        return handler

    def refusal(self, op: str, error: Exception, /) -> tuple[str, Any]:
        """Return outcome and value that tell the other side why its question has no answer."""
        raise NotImplementedError

    def proxy(self, number: int, description: list[Any]) -> Any:
        """Return what stands on this side for an object of the other side."""
        raise NotImplementedError

    def owns_proxy(self, value: Any) -> int | None:
        """Return the other side's number of an object that is one of our proxies, else None."""
        raise NotImplementedError

    def describe(self, value: Any) -> list[Any]:
        """Return what the other side should know of an object that stays here."""
        raise NotImplementedError

    def encoder(self) -> Encoder:
        """Return a fresh encoder for one message."""
        return Encoder(self._export, self.setup_types, self.keeps_layout)

    def share_rng(self, rng: Any) -> None:
        """Register a NumPy Generator that is to stay in step on both sides."""
        self._rngs[len(self._rngs)] = rng

    def _message(self, head: list[Any], values: Any, notes: Any = None, *, spread: bool = True) -> Message:
        encoder = self.encoder()
        if spread:
            tree = [*head, encoder.items(values), self._moved(encoder)]
        else:
            tree = [*head, encoder.encode(values), encoder.encode(notes), self._moved(encoder)]
        return Message(tree, encoder.buffers)

    def _read(self, message: Message, size: int) -> list[Any]:
        decoder = self._decoder(message)
        if type(message.tree) is not list or len(message.tree) != size or type(message.tree[0]) is not str:
            raise Refused("a message of an unknown form")
        return [message.tree[0], *(decoder.decode(tree) for tree in message.tree[1:])]

    def _read_question(self, message: Message) -> tuple[str, list[Any], Any]:
        decoder = self._decoder(message)
        if type(message.tree) is not list or len(message.tree) != 3 or type(message.tree[0]) is not str:
            raise Refused("a question of an unknown form")
        op, values, rngs = message.tree
        return op, decoder.items(values), decoder.decode(rngs)

    def _decoder(self, message: Message) -> Decoder:
        return Decoder(message.buffers, self._resolve, self.setup_types, self.trusts_other)

    def _export(self, value: Any) -> list[Any]:
        for number, rng in self._rngs.items():
            if rng is value:
                return ["rng", number]
        theirs = self.owns_proxy(value)
        if theirs is not None:
            return ["yours", theirs]
        number = self._export_numbers.get(id(value))
        if number is None:
            number = len(self._exports)
            if number >= MAX_EXPORTS:
                raise Refused(f"more than {MAX_EXPORTS:,} objects")
            self._exports.append(value)
            self._export_numbers[id(value)] = number
        return ["mine", number, self.describe(value)]

    def _resolve(self, tree: list[Any]) -> Any:
        tag, number = tree[0], tree[1]
        if type(number) is not int or number < 0:
            raise Refused("an object without a number")
        if tag == "yours":
            return self._exports[number]
        if tag == "rng":
            return self._rngs[number] if number in self._rngs else self._new_rng(number)
        if tag != "mine":
            raise Refused(f"a message with the unknown tag {str(tag)[:40]!r}")
        if number not in self._imports:
            self._imports[number] = self.proxy(number, tree[2])
        return self._imports[number]

    def _new_rng(self, number: int) -> Any:
        import numpy as np

        if not self.trusts_other or number != len(self._rngs):
            raise Refused("an unknown random generator")
        self._rngs[number] = np.random.Generator(np.random.PCG64(0))
        return self._rngs[number]

    def _moved(self, encoder: Encoder) -> Any:
        if not self._rngs:
            return None
        moved = {}
        for number, rng in self._rngs.items():
            state = rng.bit_generator.state
            if state != self._rng_states.get(number):
                moved[number] = self._rng_states[number] = state
        return encoder.encode(moved) if moved else None

    def _follow(self, rngs: Any) -> None:
        for number, state in (rngs if type(rngs) is dict else {}).items():
            if number not in self._rngs:
                self._new_rng(number)
            try:
                self._rngs[number].bit_generator.state = state
            except (TypeError, ValueError, LookupError) as error:
                raise Refused(f"the state of no random generator ({error})") from None
            self._rng_states[number] = state
