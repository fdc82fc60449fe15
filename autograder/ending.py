"""How the run of one check ended, before it is put into a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder import wording
from autograder.verdict import Kind

if TYPE_CHECKING:
    from autograder.boundary.judge_side import JudgeSide
    from autograder.errors import AnswerLost


@dataclass(slots=True)
class Ending:
    """The kind, what the learner reads, and the exception behind it."""

    kind: Kind
    message: str = ""
    error: BaseException | None = None


def raised(error: Any, side: JudgeSide) -> Ending:
    """End a check whose call raised an `AnswerRaised`."""
    cause = error.raised
    if cause.type == "NotImplementedError":
        return Ending(Kind.NOT_ATTEMPTED, wording.not_implemented(cause))
    if cause.type == "MemoryError":
        return Ending(Kind.MEMORY, wording.out_of_memory(), error)
    if error.arity:
        return Ending(Kind.FAILED, wording.wrong_arity(side, error.arity), error)
    return Ending(Kind.RAISED, wording.raised(side, cause), error)


def unreadable(error: Exception) -> Ending:
    """End a check that could not read what the answer gave."""
    return Ending(Kind.FAILED, wording.refused(str(error)), error)


def lost(error: AnswerLost) -> Ending:
    """End a check whose answer is gone: out of time, out of memory, or its process ended."""
    if error.timeout:
        return Ending(Kind.TIMEOUT)
    return Ending(Kind.MEMORY if error.memory else Kind.FAILED, wording.lost(str(error)), error)


def line_of(error: BaseException | None, file: str) -> int:
    """Return the line of the content file on which a check ended."""
    line, traceback = 0, error.__traceback__ if error else None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
