"""What a verdict says to the learner: one function per way in which a check can end.

Second person, present or past tense, never a word of blame; what was called, what came back, what was
promised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.difference import difference, differing_rows
from autograder.errors import AnswerRaised
from autograder.shorten import is_table, kind, short
from autograder.verdict import Kind, Output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from autograder.boundary.judge_side import Call, JudgeSide
    from autograder.expected import Expected
    from autograder.verdict import Raised, Verdict

MARK = "▸"
"""Stands before the rows of a table that differ from what was expected."""


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


def too_much_memory(allowed: float) -> str:
    """The answer took more memory than a live kernel can spare."""
    taken = f"Your code was stopped when it had taken {allowed / 1024**3:.1f} GB of memory."
    return f"{taken} Does something grow in a loop, or with the square of the input?"


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


def not_shown(error: BaseException) -> str:
    """The verdict stands, but what belongs to it could not be shown: our mistake."""
    return f"What was called cannot be shown here, which is our mistake, not yours ({type(error).__name__})."


def with_evidence(
    verdict: Verdict,
    side: JudgeSide,
    error: BaseException | None,
    judged: Call | None,
    expectation: Callable[[Call], Expected | None],
) -> Verdict:
    """Add the call that was judged (else the last), what it returned and, if visible, what was expected."""
    marked = error if isinstance(error, AnswerRaised) else getattr(error, "__cause__", None)
    raised_by = marked.raised if isinstance(marked, AnswerRaised) else None
    call = side.last_raising if raised_by is not None else judged or side.last
    if call is None:
        return replace(verdict, raised=raised_by)
    verdict = replace(verdict, raised=raised_by)
    if not call.returned or verdict.kind is Kind.MEMORY:
        return _with_call(verdict, call)
    expected = expectation(call)
    verdict = replace(verdict, note=forgotten_return(call, expected) if expected else "")
    tells = expected and not verdict.hidden and not expected.is_the_solution()
    if not tells or not (gap := difference(call.result, expected.value)):
        return replace(_with_call(verdict, call), answer=short(call.result))
    if expected.is_one_of_several():
        return _beside_an_example(_with_call(verdict, call), call.result, expected.value, gap)
    rows = differing_rows(call.result, expected.value)
    return replace(
        _with_call(verdict, call, rows), answer=short(call.result, rows, MARK),
        expected=short(expected.value, rows, MARK), difference=gap, picture=expected.picture(),
    )  # fmt: skip


def _beside_an_example(verdict: Verdict, result: Any, example: Any, gap: str) -> Verdict:
    """Where several answers are right, only another kind of value is a difference worth naming."""
    kinds = {kind(value).partition(" of ")[0] for value in (result, example)}
    return replace(
        verdict, answer=short(result), expected=short(example), for_example=True,
        difference=gap if len(kinds) > 1 else "",
    )  # fmt: skip


def _with_call(verdict: Verdict, call: Call, rows: Sequence[int] = ()) -> Verdict:
    """Add the call; of tables as long as its result the part that holds these rows."""
    names = [*call.parameters, *(f"argument {i + 1}" for i in range(len(call.parameters), len(call.args)))]
    given = [*zip(names, call.args, strict=False), *call.kwargs.items()]
    arguments = tuple((name, short(v, rows if _as_long(v, call.result) else ())) for name, v in given)
    return replace(verdict, call=call.text, arguments=arguments, output=call.output or Output())


def _as_long(value: Any, result: Any) -> bool:
    return is_table(value) and is_table(result) and len(value) == len(result)


def forgotten_return(call: Call, expected: Expected) -> str:
    """A function that gives None where the reference gives something."""
    if call.result is None and expected.value is not None:
        return f"`{call.name}` gave back `None`. Does every path through it end in a `return`?"
    return ""
