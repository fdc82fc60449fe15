"""The answer side: holds the learner's objects and does what the judge asks of them.

It runs the learner's code, so nothing here is secret and nothing it says is proof. In a kernel it wraps
the learner's own namespace, which it reads and never changes; in a child process it wraps the namespace
in which the answer's text was run.
"""

from __future__ import annotations

import builtins
import inspect
import operator
import random
from types import BuiltinFunctionType, FunctionType
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.boundary import exceptions
from autograder.boundary.effects import Watch
from autograder.boundary.given_files import GivenFiles
from autograder.boundary.lent import Lent, lent_class
from autograder.boundary.side import Side
from autograder.boundary.source import mentioned
from autograder.errors import Expired, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from autograder.capture import Capture

    Reply = tuple[str, Any, Any]

MAX_LENGTH = 1 << 40
_MISSING = object()


class AnswerSide(Side):
    """Serves the judge's questions about one learner's namespace."""

    trusts_other = True

    def __init__(self, namespace: dict[str, Any], setup_types: dict[str, type], capture: Capture) -> None:
        self.namespace = namespace
        self.capture = capture
        self.files = GivenFiles()
        super().__init__(setup_types)

    def forget(self) -> None:
        """Drop the tables."""
        super().forget()
        self._parameters: dict[int, list[str]] = {}
        """Names of the parameters of what was exported, by its identity."""

    def proxy(self, number: int, description: list[Any]) -> Any:
        """Return what the answer holds of one of the judge's objects."""
        return lent_class(description)(self, number)

    def owns_proxy(self, value: Any) -> int | None:
        """Return the number of a proxy of this check's; one that was kept from an earlier check has none."""
        if not isinstance(value, Lent):
            return None
        number = object.__getattribute__(value, "_number")
        return number if self._imports.get(number) is value else None

    def describe(self, value: Any) -> list[Any]:
        """Say of what kind an object is, for messages only."""
        kind = type(value)
        parameters = self._parameters[id(value)] = _parameters(value)
        name = value.__name__ if isinstance(value, (type, FunctionType, BuiltinFunctionType)) else ""
        return [kind.__name__, str(kind.__module__), str(name), parameters]

    def refusal(self, _op: str, error: Exception, /) -> tuple[str, Any]:
        """Say why a result cannot be carried over."""
        return "refused", str(error) if type(error) is Refused else f"{type(error).__name__} while reading it"

    # ---- questions of the judge -------------------------------------------------------------------

    def on_begin(self, types: list[str] | None, roots: list[str], seed: int | None) -> Reply:
        """Begin anew: give the learner's objects of those names that there are.

        Classes of the names `types` are taken for the set-up's: their objects cross as data. With a seed,
        every answer meets the same global generators.
        """
        self.forget()
        if types is not None:
            found = {name: self.namespace.get(name) for name in types}
            self.setup_types = {name: value for name, value in found.items() if isinstance(value, type)}
        if seed is not None:
            random.seed(seed)
            np.random.seed(seed % (1 << 32))
        return "value", {name: self.namespace[name] for name in roots if name in self.namespace}, None

    def on_root(self, name: str) -> Reply:
        """Give the learner's object of this name."""
        value = self.namespace.get(name, _MISSING)
        return ("absent", None, None) if value is _MISSING else ("value", value, None)

    def on_call(
        self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], flags: tuple[str, ...]
    ) -> Reply:
        """Call a learner's object, and note what that did besides returning."""
        watch = Watch(self._named(target, args, kwargs), flags, self._fingerprint)
        try:
            return self._run(target, args, kwargs, watch)
        finally:
            self.files.remove()

    def on_get(self, target: Any, name: str) -> Reply:
        """Read an attribute."""
        return self._run(getattr, (target, name))

    def on_set(self, target: Any, name: str, value: Any) -> Reply:
        """Write an attribute."""
        return self._run(setattr, (target, name, value))

    def on_op(self, name: str, values: tuple[Any, ...]) -> Reply:
        """Apply an operator of the `operator` module, `iter`, `next` or `len`."""
        function = getattr(operator, name, None) or getattr(builtins, name)
        return self._run(function, values)

    def on_isinstance(self, value: Any, kind: Any) -> Reply:
        """Claim whether a value is of a learner's class."""
        return self._run(isinstance, (value, kind))

    def on_take(self, iterator: Any, count: int) -> Reply:
        """Give at most `count` further items, and whether the iterator ended."""
        return self._run(_take, (iterator, count))

    def on_script(self, target: Any, calls: list[tuple[Any, ...]]) -> Reply:
        """Call many methods of one object; gives a list of (True, value) or (False, exception's name)."""
        return self._run(_script, (target, calls))

    def on_draw(self, function: Any, args: tuple[Any, ...]) -> Reply:
        """Call f(ax, *args) on fresh axes and give what was drawn as data."""
        from autograder.boundary.drawing import draw

        return self._run(draw, (function, args))

    def on_inside(self, text: str, seed: int) -> Reply:
        """Run a check's text here, on a copy of the namespace; gives how it ended and its message."""
        from autograder.boundary.inside import run

        return self._run(run, (text, self.namespace, seed, self._is_learners))

    def on_mentions(self, names: list[str], roots: list[str]) -> Reply:
        """Tell which names, .attributes and loops stand in the source of the answer."""
        return "value", sorted(mentioned(self.namespace, roots, names)), None

    # ---- running the learner's code ---------------------------------------------------------------

    def _run(
        self,
        function: Any,
        args: tuple[Any, ...],
        kwargs: dict[str, Any] | None = None,
        watch: Watch | None = None,
    ) -> Reply:
        mark = self.capture.mark()
        try:
            with np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"):
                result = function(*args, **(kwargs or {}))
        except (Expired, KeyboardInterrupt):
            raise
        except BaseException as error:  # noqa: BLE001 -- whatever it is, it is the answer's and becomes data
            return "raised", self._described(error, function, args, kwargs), self._notes({}, mark)
        else:
            notes = watch.notes(result) if watch else {}
            if watch is not None and watch.exceeded(notes):
                result = None
            return "value", result, self._notes(notes, mark)
        finally:
            if watch is not None:
                watch.close()

    def _notes(self, notes: dict[str, Any], mark: Any) -> dict[str, Any]:
        output = self.capture.since(mark)
        if output:
            notes["output"] = [output.stdout, output.stderr, list(output.warnings)]
        return notes

    def _described(self, error: BaseException, function: Any, args: Any, kwargs: Any) -> dict[str, Any]:
        data = exceptions.describe(error, self._is_learners)
        if isinstance(error, TypeError) and not data["lines"]:
            data["arity"] = _misfit(function, args, kwargs or {})
        return data

    def _resolve(self, tree: list[Any]) -> Any:
        if tree[0] == "file":
            return self.files.place(tree[1], bytes.fromhex(tree[2]))
        return super()._resolve(tree)

    def _named(self, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments by parameter name where the signature tells, else by place."""
        names = self._parameters.get(id(target), [])
        named = {names[i] if i < len(names) else f"argument {i + 1}": value for i, value in enumerate(args)}
        return named | kwargs

    def _is_learners(self, frame: FrameType) -> bool:
        return frame.f_globals is self.namespace

    def _fingerprint(self, value: Any) -> Any:
        encoder = self.encoder()
        encoder.keep_layout = True
        try:
            return repr(encoder.encode(value)), encoder.buffers
        except Refused:
            return None


def _parameters(value: Any) -> list[str]:
    if not callable(value):
        return []
    try:
        parameters = inspect.signature(value).parameters.values()
    except Exception:  # noqa: BLE001 -- an object may answer anything when it is asked for a signature
        return []
    return [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]


def _misfit(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return the signature that a call does not fit; empty where it fits or nobody can tell."""
    try:
        signature = inspect.signature(function)
    except Exception:  # noqa: BLE001 -- an object may answer anything when it is asked for a signature
        return "" if callable(function) else "not callable"
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        return str(signature)
    return ""


def _take(iterator: Any, count: int) -> tuple[list[Any], bool]:
    items: list[Any] = []
    for item in iterator:
        if len(items) >= count:
            return items, False
        items.append(item)
    return items, True


def _script(target: Any, calls: list[tuple[Any, ...]]) -> list[tuple[bool, Any]]:
    results: list[tuple[bool, Any]] = []
    for method, *args in calls:
        call: Callable[..., Any] = (
            getattr(builtins, method[1:]) if method.startswith("=") else getattr(target, method)
        )
        try:
            results.append((True, call(target, *args) if method.startswith("=") else call(*args)))
        except Exception as error:  # noqa: BLE001 -- the check decides what each step may raise
            results.append((False, type(error).__name__))
    return results
