"""The course: its content, the notebooks built from it, the learner's workspace and progress.

In a notebook: `from course import progress`. The import costs next to nothing; what it needs is imported by
its first call.
"""

from __future__ import annotations

__all__ = ["progress"]


def progress() -> None:
    """Show points, skills and levels, as far as the exercises that exist can tell."""
    from course.overview import read_overview
    from course.overview_html import show

    show(read_overview())
