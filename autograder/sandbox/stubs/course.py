"""What `course` is while a submission is graded: figures, and nothing that knows an answer."""


def progress() -> None:
    """Do nothing."""
