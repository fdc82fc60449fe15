"""The course: its content, the notebooks built from it, the learner's workspace and progress.

In a notebook: `from course import progress`, and `placement` where a placement's notebook says so. The import
costs next to nothing; what it needs is imported by its first call.
"""

from __future__ import annotations

__all__ = ["placement", "progress"]


def progress() -> None:
    """Show levels, skills, reviews and the next step, computed from the log on this computer."""
    from course.dashboard.output import show
    from course.overview import read_overview

    show(read_overview())


def placement(module: str) -> None:
    """Say how the placement of a module stands."""
    import sys

    from course.overview import read_overview

    found = read_overview().placements.get(module)
    sys.stdout.write(f"{found.told if found else f'Begin with:  course placement {module[:2]}'}\n")
