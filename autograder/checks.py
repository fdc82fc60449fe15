"""The helpers that a check's text may use, bound to one judge side and one seed.

Their promises are the table in the authors' guide; each fails a check by an AssertionError in the
learner's second person.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from autograder.boundary.given_files import GivenFile
from autograder.boundary.handles import Handle, NotPlain, side_of
from autograder.boundary.inside import close
from autograder.boundary.judge_side import CHECK_MODULE, Lending
from autograder.errors import AnswerRaised, AuthorError, MemoryExceeded
from autograder.shorten import kind, short

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from autograder.boundary.judge_side import Call, JudgeSide


def plain_helpers() -> dict[str, Any]:
    """Return the helpers that need to know nothing of an answer: shared cells may use these, too."""
    from autograder.databases import database

    found = (close, kind, take, calls_limit, file, lend, script, database)
    return {helper.__name__: helper for helper in found}


def helpers(side: JudgeSide, rng: np.random.Generator, roots: Sequence[str]) -> dict[str, Any]:
    """Return the names that a check finds besides the answer's and the set-up's."""
    bound = _Bound(side, rng, roots)
    watching = "pure unchanged random_untouched no_warnings memory_below separate"
    names = f"rng_for_answer raises draw mentions {watching}"
    return {"rng": rng, **plain_helpers(), **{name: getattr(bound, name) for name in names.split()}}


class _Bound:
    """The helpers that need to know which answer is being asked."""

    def __init__(self, side: JudgeSide, rng: np.random.Generator, roots: Sequence[str]) -> None:
        self._side, self._rng, self._roots = side, rng, [*roots]

    def rng_for_answer(self, seed: int | None = None) -> np.random.Generator:
        """Return a fresh Generator to pass as the answer's `rng` argument, kept in step on both sides."""
        number = int(self._rng.integers(1 << 62)) if seed is None else seed
        generator = np.random.Generator(np.random.PCG64(number))
        self._side.share_rng(generator)
        return generator

    def raises(self, *types: type[BaseException], match: str | None = None) -> _Raises:
        """Expect the answer to raise one of these types inside the `with` block."""
        return _Raises(self._side, types, match)

    def pure(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        """Call, and fail if the call changed or kept an argument or touched the global random state."""
        with self.unchanged(), self.random_untouched(), self._watching(_fail_aliased):
            return function(*args, **kwargs)

    @contextmanager
    def unchanged(self) -> Generator[None]:
        """Fail when a call inside changes one of its arguments."""
        with self._watching(_fail_changed):
            yield

    @contextmanager
    def random_untouched(self) -> Generator[None]:
        """Fail when a call inside draws from the global random state or seeds it."""
        with self._watching(_fail_random, "random"):
            yield

    @contextmanager
    def no_warnings(self) -> Generator[None]:
        """Fail when a call inside warns."""
        with self._watching(_fail_warned):
            yield

    @contextmanager
    def memory_below(self, nbytes: float) -> Generator[None]:
        """Fail when a call inside needs more than `nbytes` bytes at its peak, result included."""

        def fail_greedy(call: Call) -> None:
            peak = call.notes.get("peak", 0)
            if type(peak) is not int or peak > nbytes:
                raise MemoryExceeded(
                    f"`{call.text}` used {peak / 1e6:,.1f} MB of memory at its peak, where at "
                    f"most {nbytes / 1e6:,.1f} MB are granted."
                )

        with self._watching(fail_greedy, f"memory:{int(nbytes)}"):
            yield

    def separate(self, value: Any) -> Any:
        """Fail when two parts of a result are the same memory; returns the value."""
        notes = self._side.notes_on(value)
        if notes is None:
            raise AuthorError("separate() needs the very value that a call of the answer returned")
        pairs = notes.get("entangled") or []
        if pairs:
            one, other = pairs[0][:2]
            raise AssertionError(
                f"{one} and {other} are the same object in memory: changing one changes the other."
            )
        return value

    def draw(self, function: Any, *args: Any) -> Any:
        """Return what `function(ax, *args)` drew on fresh axes, as data."""
        if type(function) is not Handle:
            raise NotPlain(f"a function that draws was promised, not {kind(function)}")
        return self._side.inquire("draw", function, args)

    def mentions(self, *names: str) -> set[str]:
        """Return which of these names, `.attributes` and loops ("for", "while") the answer's text has."""
        return {str(name) for name in self._side.inquire("mentions", [*names], self._roots)} & {*names}

    @contextmanager
    def _watching(self, watcher: Callable[[Call], None], *flags: str) -> Generator[None]:
        side = self._side
        added = {*flags} - side.flags
        side.flags |= added
        side.watchers.append(watcher)
        try:
            yield
        finally:
            side.flags -= added
            side.watchers.remove(watcher)


def _fail_changed(call: Call) -> None:
    changed = call.notes.get("changed")
    if changed:
        raise AssertionError(
            f"`{call.text}` changed its argument `{changed[0]}`. Leave that as it is: "
            "whoever calls you still needs it."
        )


def _fail_aliased(call: Call) -> None:
    aliases = call.notes.get("aliases")
    if aliases:
        part, argument = aliases[0][:2]
        raise AssertionError(
            f"`{call.text}`: {part} shares its memory with `{argument}`, so changing one "
            "later changes the other. Return a copy."
        )


def _fail_random(call: Call) -> None:
    if call.notes.get("random"):
        raise AssertionError(
            f"`{call.text}` touched the global random state (`np.random.…` or `random.…`), "
            "which other code relies on."
        )


def _fail_warned(call: Call) -> None:
    if call.output.warnings:
        raise AssertionError(f"`{call.text}` warned: {call.output.warnings[0]}")


class _Raises:
    """The context manager behind `raises`."""

    def __init__(self, side: JudgeSide, types: tuple[type[BaseException], ...], match: str | None) -> None:
        self._side, self._types, self._match = side, types, match
        self.value: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind_: type[BaseException] | None, error: BaseException | None, _traceback: object
    ) -> bool:
        names = " or ".join(f"`{kind.__name__}`" for kind in self._types)
        if error is None:
            call = self._side.last
            got = (
                f"`{call.text}` returned {short(call.result).partition(chr(10))[0]}"
                if call
                else "nothing was raised"
            )
            raise AssertionError(f"{got}, where {names} was promised.")
        if not isinstance(error, AnswerRaised) or type(error).__name__ == "NotImplementedError":
            return False
        if not isinstance(error, self._types):
            call = self._side.last_raising
            text = f"`{call.text}`" if call else "your code"
            raise AssertionError(  # noqa: TRY004 -- it is the check that fails
                f"{text} raised {error.raised.type}: {error.raised.message}, where {names} was promised."
            ) from error
        if self._match and not re.search(self._match, error.raised.message):
            raise AssertionError(
                f"the message {error.raised.message!r} does not say {self._match!r}."
            ) from error
        self.value = error
        return True


def take(iterator: Any, count: int) -> list[Any]:
    """Return all items of an iterator that ends after at most `count`; more than that fail the check."""
    if type(iterator) is Handle:
        items, ended = side_of(iterator).inquire("take", iterator, count)
        if type(items) is not list or len(items) > count:
            raise AssertionError(f"your iterator gave {kind(items)}, where at most {count} items were due.")
    else:
        items = [*islice(iterator, count + 1)]
        ended = len(items) <= count
    if ended is not True:
        raise AssertionError(f"your iterator gave more than {count} items.")
    return items


def script(target: Handle, calls: Sequence[tuple[Any, ...]]) -> list[tuple[bool, Any]]:
    """Run `(method, *arguments)` one after the other on one object; a method "=len" is the built-in `len`.

    Gives one (True, value) or (False, name of the exception) for each.
    """
    results = side_of(target).inquire("script", target, [*calls])
    if type(results) is not list or len(results) != len(calls):
        raise AssertionError("the object stopped answering in the middle of a script.")
    return results


def lend(target: Any, *names: str) -> Lending:
    """Let the answer use a trusted object through these public names (and operators) only."""
    if not names or any(name.startswith("_") and not name.endswith("__") for name in names):
        raise AuthorError("lend() needs the public names that the answer may use")
    return Lending(target, frozenset(names))


def file(name: str, content: bytes) -> GivenFile:
    """Return a file to pass to the answer, which gets the path of a fresh copy (a str) for this call only."""
    if not name or "/" in name or "\\" in name or type(content) is not bytes:
        raise AuthorError("file() needs a name without a folder, and bytes")
    return GivenFile(name, content)


class _Limited:
    """A callable that fails the check when it is called too often."""

    def __init__(self, function: Callable[..., Any], most: int) -> None:
        self._function, self._most = function, most
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        if self.calls > self._most:
            often = "once" if self._most == 1 else f"{self._most} times"
            raise AssertionError(f"your code called the function more than {often}.")
        return self._function(*args, **kwargs)


_Limited.__module__ = CHECK_MODULE


def calls_limit(function: Callable[..., Any], most: int) -> _Limited:
    """Return `function` with a count in `.calls`; call `most + 1` fails the check."""
    return _Limited(function, most)
