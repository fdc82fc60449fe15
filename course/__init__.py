"""The course: its content, the notebooks built from it, the learner's workspace and progress.

In a notebook: `from course import progress`. The import costs next to nothing; what it needs is imported by
its first call.
"""

from __future__ import annotations

__all__ = ["progress"]


def progress() -> None:
    """Show levels, skills, reviews and the next step, computed from the log on this computer."""
    from course.dashboard.output import show
    from course.overview import read_overview

    show(read_overview())
