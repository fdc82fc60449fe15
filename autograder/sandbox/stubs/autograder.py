"""What `autograder` is while a submission is graded: the checks run elsewhere, so nothing happens here."""


def check(exercise_id: str) -> None:
    """Do nothing: the grade comes from the judge."""


def hint(exercise_id: str | None = None) -> None:
    """Do nothing."""


def solution(exercise_id: str | None = None, *, give_up: bool = False) -> None:
    """Do nothing."""
