"""The errors of the autograder.

GraderError(CourseError)        anything a command can explain
├── AuthorError                 a check breaks the rules for checks: our fault, never the learner's
├── AnswerLost                  the process with the answer ended; carries why
└── SandboxUnavailable          this machine cannot isolate what it should run
Refused(ValueError)             a value that does not cross the boundary, or a malformed message
AnswerRaised(BaseException)     mark on every exception that came out of the learner's code
MemoryExceeded(AssertionError)  the answer needed more memory than a check grants
Expired(BaseException)          time is up; not an Exception, because learners catch those
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError

if TYPE_CHECKING:
    from autograder.verdict import Raised


class GraderError(CourseError):
    """A problem of the autograder that it can explain."""


class AuthorError(GraderError):
    """A check does what a check must not do."""


class AnswerLost(GraderError):
    """The process that held the answer ended before it replied."""

    def __init__(self, why: str, *, timeout: bool = False, memory: bool = False) -> None:
        self.timeout = timeout
        self.memory = memory
        super().__init__(why)


class SandboxUnavailable(GraderError):
    """Learners' code cannot be isolated here, or the sandbox broke down."""

    exit_code = 3


class Refused(ValueError):
    """A value that may not cross the boundary, or a message that is not of the protocol."""


class AnswerRaised(BaseException):
    """Mark of exceptions from the learner's code; `boundary.exceptions` adds it to the type it stands for."""

    raised: Raised
    arity: str = ""
    """The answer's own signature, when the call did not fit it."""


class MemoryExceeded(AssertionError):
    """The answer needed more memory than the check grants."""


class Expired(BaseException):
    """The time that a check grants is used up."""
