"""The autograder: checks answers in a kernel, in a child process, and in bulk.

In a notebook: `from autograder import check, hint, solution`. The import costs next to nothing;
what the three need is imported by their first call.
"""

from __future__ import annotations

__all__ = ["check", "hint", "solution"]


def check(exercise_id: str, *, review: str = "", placement: bool = False) -> float:
    """Check the answer in this notebook, show what came out, and return the points it earned.

    `review` names the review that the notebook was made for; `placement` says that it is one of a placement.
    """
    from autograder import selfcheck

    return selfcheck.check(exercise_id, review=review, placement=placement)


def hint(exercise_id: str | None = None) -> None:
    """Show the next hint (by default for the exercise checked last)."""
    from autograder import selfcheck

    selfcheck.hint(exercise_id)


def solution(exercise_id: str | None = None, *, give_up: bool = False) -> None:
    """Show the reference solution: after a pass, three honest attempts, or with `give_up=True`."""
    from autograder import selfcheck

    selfcheck.solution(exercise_id, give_up=give_up)
