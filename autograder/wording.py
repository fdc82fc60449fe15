"""What a verdict says to the learner: one function per way in which a check can end.

Second person, present or past tense, never a word of blame; what was called, what came back, what was
promised.
"""

from __future__ import annotations

import copy
import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.boundary.handles import Handle
from autograder.errors import AnswerRaised
from autograder.shorten import difference, kind, short
from autograder.verdict import Kind, Output

if TYPE_CHECKING:
    from autograder.boundary.judge_side import Call, JudgeSide
    from autograder.verdict import Raised, Verdict


def missing(name: str, exercise_id: str) -> str:
    """The notebook binds no such name."""
    if name == exercise_id:
        return (
            f"There is no `{name}` in this notebook yet: run the cell above that defines it, then "
            "check again."
        )
    return f"There is no `{name}` in this notebook: this exercise asks for it beside `{exercise_id}`."


def not_implemented(raised: Raised) -> str:
    """The starter's line was reached."""
    where = f" (line {raised.lines[-1].number} of the cell)" if raised.lines else ""
    return f"The line `raise NotImplementedError`{where} is still there: replace it with your answer."


def not_callable(name: str, found: str) -> str:
    """The name is bound to something else than a function or class."""
    return (
        f"`{name}` is now {found}, not a function: another line gave the name a new value. Run "
        "your answer cell again."
    )


def wrong_arity(side: JudgeSide, signature: str) -> str:
    """The answer does not take the arguments that the statement names."""
    call = side.last_raising
    name = call.name if call and call.name else "your function"
    if signature == "not callable":
        return f"`{name}` cannot be called."
    count = len(call.args) + len(call.kwargs) if call else 0
    return (
        f"`{name}` was called with {count} argument{'s' * (count != 1)}, but yours is "
        f"`{name}{signature}`. Keep the parameters of the statement."
    )


def raised(side: JudgeSide, error: Raised) -> str:
    """The learner's code raised."""
    call = side.last_raising
    where = f"`{call.text}`" if call and call.name else "Your code"
    return f"{where} raised {error.type}{': ' if error.message else ''}{error.message}"


def cell_raised(error: Raised) -> str:
    """The cell itself raised before anything could be called."""
    return (
        f"Your answer could not be run: it raised {error.type}{': ' if error.message else ''}{error.message}"
    )


def blocked(name: str) -> str:
    """A check that this one needs did not pass."""
    return f"waits for “{name}”"


def too_slow(seconds: float, limit: float) -> str:
    """The time limit was reached."""
    if seconds < limit / 2:
        return (
            f"Stopped after {seconds:.1f} s: the other checks had used most of the {limit:g} s of "
            "this exercise."
        )
    stopped = f"Your code was still running after {seconds:.2g} s and was stopped."
    return f"{stopped} Is there a loop that never ends?"


def out_of_memory() -> str:
    """A MemoryError came out of the answer."""
    return (
        "Your code asked for more memory than there is. Look for an array that grows with the "
        "square of the input."
    )


def lost(why: str) -> str:
    """The process that ran the answer is gone."""
    return f"The process that ran your answer ended before it replied ({why})."


def refused(why: str) -> str:
    """What the answer returned cannot be judged."""
    return f"Your answer gave something that cannot be checked: {why}."


def unexplained(check: str) -> str:
    """An assert without a message."""
    return f"This does not hold yet: {check}."


def unusable(error: BaseException) -> str:
    """The check's own code could not work with a result of another kind than promised."""
    return (
        f"The check could not work with what your code returned ({type(error).__name__}: "
        f"{error}). Compare its type and shape with the statement."
    )


def broken(error: BaseException) -> str:
    """A check went wrong by itself."""
    return f"The check itself went wrong ({type(error).__name__}: {error})."


def reference_fails(check: str, message: str) -> str:
    """Our own solution fails here: an author's error."""
    return f"Our own solution does not pass “{check}” on this machine ({message})."


def with_evidence(verdict: Verdict, side: JudgeSide, error: BaseException | None, reference: Any) -> Verdict:
    """Add the last call, what it returned and, unless the check is hidden, what was expected."""
    marked = error if isinstance(error, AnswerRaised) else getattr(error, "__cause__", None)
    raised_by = marked.raised if isinstance(marked, AnswerRaised) else None
    call = side.last_raising if raised_by is not None else side.last
    if call is None:
        return replace(verdict, raised=raised_by)
    shown = _with_call(replace(verdict, raised=raised_by), call)
    if not call.returned:
        return shown
    expected = _expected(call, reference)
    note = forgotten_return(call, expected) if expected else ""
    shown = replace(shown, answer=short(call.result), note=note)
    if verdict.hidden or not expected or (gap := difference(call.result, expected[0])) == "":
        return shown
    return replace(shown, expected=short(expected[0]), difference=gap)


def _with_call(verdict: Verdict, call: Call) -> Verdict:
    if verdict.kind is Kind.TIMEOUT:
        return replace(verdict, call=call.text)
    names = [*call.parameters, *(f"argument {i + 1}" for i in range(len(call.parameters), len(call.args)))]
    arguments = [
        *zip(names, map(short, call.args), strict=False),
        *((k, short(v)) for k, v in call.kwargs.items()),
    ]
    return replace(verdict, call=call.text, arguments=tuple(arguments), output=call.output or Output())


def _expected(call: Call, reference: Any) -> tuple[Any] | None:
    """Return what the reference gives for the same call; None where the call cannot be repeated."""
    function = getattr(reference, call.name, None)
    if not inspect.isfunction(function) or not all(map(_repeatable, (*call.args, *call.kwargs.values()))):
        return None
    try:
        return (function(*copy.deepcopy(call.args), **copy.deepcopy(call.kwargs)),)
    except Exception:  # noqa: BLE001 -- then there is nothing to expect but an error
        return None


def _repeatable(value: Any) -> bool:
    package = (type(value).__module__ or "").partition(".")[0]
    return type(value) is not Handle and (
        (package == "builtins" and not callable(value)) or kind(value).startswith("ndarray")
    )


def forgotten_return(call: Call, expected: tuple[Any] | None) -> str:
    """A function that gives None where the reference gives something."""
    if call.result is None and expected and expected[0] is not None:
        return f"`{call.name}` gave back `None`. Does every path through it end in a `return`?"
    return ""
