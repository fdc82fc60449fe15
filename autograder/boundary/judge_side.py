"""The judge side: asks the answer side on behalf of a check, and records what it heard.

What it records is the *trace* (see `autograder.trace`) and the last call, of which a failed check shows
arguments and result. It decides what of the judge's own objects an answer may reach.
"""

from __future__ import annotations

import types
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from autograder.boundary import exceptions
from autograder.boundary.given_files import GivenFile
from autograder.boundary.handles import Handle, parameters_of
from autograder.boundary.lent import OPERATORS
from autograder.boundary.side import Side
from autograder.errors import AnswerLost, AnswerRaised, AuthorError, Expired, Refused
from autograder.verdict import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from autograder.boundary.codec import Decoder
    from autograder.boundary.wire import Message
    from autograder.trace import Trace

    Reply = tuple[str, Any, Any]

CHECK_MODULE = "check"
"""`__name__` of the namespace in which a check's text runs; marks the check's own classes."""
MAX_CROSSINGS = 50_000
MAX_CALLS = 500
"""The latest calls that are kept for the card."""
_HIDDEN = ("_", "gi_")
"""Beginnings of the names of attributes that no answer reads or writes."""


@dataclass(slots=True)
class Call:
    """One call of the answer, kept for the card."""

    name: str
    parameters: list[str]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    result: Any = None
    returned: bool = False
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The call as a learner would write it, by parameter names: `project(A, b)`."""
        names = [*self.parameters[: len(self.args)], *("…" for _ in self.args[len(self.parameters) :])]
        return f"{self.name}({', '.join([*names, *(f'{key}=…' for key in self.kwargs)])})"

    @property
    def output(self) -> Output:
        """What was printed, logged and warned about meanwhile."""
        stdout, stderr, warnings = self.notes.get("output") or ("", "", [])
        return Output(str(stdout), str(stderr), tuple(str(item) for item in warnings))


@dataclass(frozen=True, slots=True)
class Lending:
    """An object of the check's that an answer may use through these public names only."""

    target: Any
    names: frozenset[str]

    def __repr__(self) -> str:
        return f"<{type(self.target).__name__}>"


class JudgeSide(Side):
    """Speaks to one answer side."""

    keeps_layout = True

    def __init__(self, setup_types: dict[str, type], *, arithmetic: bool = False) -> None:
        self.trace: Trace | None = None
        self.arithmetic = arithmetic
        """Whether operators are applied to the answer's objects: where it was to define a class."""
        super().__init__(setup_types)

    def forget(self) -> None:
        """Drop what one check knew: tables, the last calls, what was noted, what is watched for."""
        super().forget()
        self.last: Call | None = None
        self.calls: deque[Call] = deque(maxlen=MAX_CALLS)
        self.last_raising: Call | None = None
        self.flags: set[str] = set()
        self.watchers: list[Callable[[Call], None]] = []
        self.pending: BaseException | None = None
        self.crossings = 0
        self.noisy = False
        """Whether a call wrote to the error stream, or warned."""
        self.own_rng: Any = None
        self._root_names: dict[int, str] = {}
        self._noted: dict[int, tuple[Any, dict[str, Any]]] = {}

    # ---- asking -----------------------------------------------------------------------------------

    def begin(
        self, roots: Sequence[str], seed: int | None = None, types: Sequence[str] | None = None
    ) -> dict[str, Any]:
        """Begin anew on both sides; returns the answer's objects of those names that there are.

        Where one of them does not cross, none does: `root` tells which, and why.
        """
        self.forget()
        try:
            outcome, value, _ = self.ask("begin", None if types is None else [*types], [*roots], seed)
        except Refused:
            return {}
        if outcome != "value" or type(value) is not dict:
            return {}
        return {name: self._known_as(name, value[name]) for name in roots if name in value}

    def root(self, name: str) -> Any:
        """Return the answer's object of this name: data or a handle; NameError where there is none."""
        outcome, value, _ = self.ask("root", name)
        if outcome == "absent":
            raise NameError(name)
        if outcome != "value":
            raise Refused(f"`{name}` is {value}")
        return self._known_as(name, value)

    def _known_as(self, name: str, value: Any) -> Any:
        if type(value) is Handle:
            self._root_names[id(value)] = name
        return value

    def call(self, handle: Handle, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call an object of the answer and note what that did."""
        call = Call(self._root_names.get(id(handle), ""), parameters_of(handle), args, kwargs)
        if call.name:
            self.last = call
            self.calls.append(call)
        outcome, value, notes = self._heard("call", handle, args, kwargs, tuple(sorted(self.flags)))
        call.notes = notes if type(notes) is dict else {}
        if call.output.stderr or call.output.warnings:
            self.noisy = True
        if outcome == "raised":
            self.last_raising = call
            raise exceptions.rebuild(value, ends_iteration=False)
        call.result, call.returned = value, True
        self._noted[id(value)] = (value, call.notes)
        for watcher in self.watchers:
            watcher(call)
        return value

    def inquire(self, op: str, *values: Any) -> Any:
        """Ask anything but a call; raises the marked exception that the answer raised."""
        outcome, value, _ = self._heard(op, *values)
        if outcome == "raised":
            raise exceptions.rebuild(value)
        return value

    def notes_on(self, value: Any) -> dict[str, Any] | None:
        """Return what was noted with the call that returned this very value; None where there was none."""
        return self._noted.get(id(value), (None, None))[1]

    def raise_pending(self) -> None:
        """Raise what failed inside a callback, whatever the answer made of it."""
        if self.pending is not None:
            pending, self.pending = self.pending, None
            raise pending

    def _heard(self, op: str, *values: Any) -> Reply:
        self.crossings += 1
        if self.crossings > MAX_CROSSINGS:
            raise Refused(f"more than {MAX_CROSSINGS:,} steps in one check (an author may want script())")
        outcome, value, notes = self.ask(op, *values)
        self.raise_pending()
        if outcome not in ("value", "raised"):
            raise Refused(str(value) if outcome == "refused" else f"the unknown outcome {outcome[:40]!r}")
        return outcome, value, notes

    def _decoder(self, message: Message) -> Decoder:
        if self.trace is not None:
            self.trace.heard(message)
        return super()._decoder(message)

    # ---- what the answer may ask ------------------------------------------------------------------

    def on_call(self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Reply:
        """Call a function or object of the check."""
        if "__call__" not in operators_of(target):
            raise Refused(f"a call of {type(target).__name__}")
        return self._guarded(target.target if isinstance(target, Lending) else target, args, kwargs)

    def on_get(self, target: Any, name: str) -> Reply:
        """Read a public attribute of a lent object."""
        if isinstance(target, Lending) and name in target.names:
            return self._guarded(getattr, (target.target, name), {})
        if isinstance(target, Lending) or name.startswith(_HIDDEN) or not _is_checks_own(target):
            return self._guarded(_no_attribute, (target, name), {})
        return self._guarded(getattr, (target, name), {})

    def on_set(self, target: Any, name: str, value: Any) -> Reply:
        """Write a public attribute of an object of the check's own class."""
        if isinstance(target, Lending) or name.startswith(_HIDDEN) or not _is_checks_own(target):
            return self._guarded(_no_attribute, (target, name), {})
        return self._guarded(setattr, (target, name, value), {})

    def on_op(self, name: str, values: tuple[Any, ...]) -> Reply:
        """Apply an operator that the class of a lent object defines."""
        lent = values[0]
        target = lent.target if isinstance(lent, Lending) else lent
        if name not in operators_of(lent):
            raise Refused(f"the operator {name[:40]!r} on {type(target).__name__}")
        return self._guarded(getattr(type(target), name), (target, *values[1:]), {})

    def _guarded(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Reply:
        try:
            return "value", function(*args, **kwargs), None
        except (Expired, KeyboardInterrupt, AnswerLost):
            raise
        except BaseException as error:  # noqa: BLE001 -- the check's own failure, kept for after the call
            if isinstance(error, (AssertionError, AuthorError, Refused)) and not isinstance(
                error, AnswerRaised
            ):
                self.pending = self.pending or error
            return "raised", exceptions.describe(error, lambda _frame: False), None

    def refusal(self, op: str, error: Exception, /) -> tuple[str, Any]:
        """Keep why a question of the answer could not be read or answered, for after the call."""
        unreadable = op == "get" and isinstance(error, AuthorError)
        if not unreadable and self.pending is None:
            self.pending = error if isinstance(error, (AssertionError, Refused)) else Refused(str(error))
        return "raised", exceptions.describe(error, lambda _frame: False)

    # ---- what the answer sees of our objects ------------------------------------------------------

    def proxy(self, number: int, description: list[Any]) -> Any:
        """Return the handle of an object of the answer's; raises `Refused` where it is not described."""
        if type(description) is not list or not all(type(item) is str for item in description[:3]):
            raise Refused("an object without a description")
        return Handle(self, number, description)

    def owns_proxy(self, value: Any) -> int | None:
        """Return the number of a handle, None for everything else."""
        return object.__getattribute__(value, "_number") if type(value) is Handle else None

    def describe(self, value: Any) -> list[Any]:
        """Return an object's name, the operators that an answer may use, and the class that it stands for.

        The last is for a check's own class, such as a connection that records what is sent: its attribute
        `stands_for = "sqlite3.Connection"` makes `isinstance` say so.
        """
        target = value.target if isinstance(value, Lending) else value
        stands_for = getattr(type(target), "stands_for", "") if _is_checks_own(target) else ""
        return [getattr(target, "__name__", type(target).__name__), sorted(operators_of(value)), stands_for]

    def _export(self, value: Any) -> list[Any]:
        if type(value) is GivenFile:
            return ["file", value.name, value.content.hex()]
        if value is self.own_rng:
            raise AuthorError("a check passed its own rng to the answer: pass rng_for_answer()")
        known = any(rng is value for rng in self._rngs.values())
        if not (known or type(value) is Handle or isinstance(value, Lending) or _is_checks_own(value)):
            raise AuthorError(
                f"a check passed a {type(value).__name__} to the answer: lend() it by its public names"
            )
        return super()._export(value)


_CALLABLE = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.BuiltinMethodType)


def _is_checks_own(value: Any) -> bool:
    """Whether a value is a function, iterator or object of a class that the check itself defined."""
    if isinstance(value, type):
        return value.__module__ == CHECK_MODULE
    return isinstance(value, (*_CALLABLE, types.GeneratorType)) or type(value).__module__ == CHECK_MODULE


def operators_of(value: Any) -> frozenset[str]:
    """Return the operators of an object that an answer may apply."""
    if isinstance(value, Lending):
        return OPERATORS & value.names
    if isinstance(value, (*_CALLABLE, type)):
        return frozenset({"__call__"})
    if isinstance(value, types.GeneratorType):
        return frozenset({"__iter__", "__next__"})
    defined = {
        name for kind in type(value).__mro__[:-1] for name, member in vars(kind).items() if member is not None
    }
    return OPERATORS & defined


def _no_attribute(target: Any, name: str) -> None:
    kind = type(target.target if isinstance(target, Lending) else target)
    raise AttributeError(f"{kind.__name__!r} object has no attribute {name!r}")
