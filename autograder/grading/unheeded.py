"""Settings of nbgrader's autograding that this grader does not follow, and what it does instead.

All others are followed. A setting that is set and has no effect here is named before anybody is graded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.grading.settings import CourseFolder

_PIPELINE = "submissions are read, run and recorded by this grader's own steps"
_HOOK = "no code of the instructor's runs before or after a submission"
_RUNNING = "cells run in this grader's sandbox, in an IPython shell and not in a Jupyter kernel"
_CHOICE = "choose with --student NAME; all notebooks of an assignment are graded"
_SIZES = "a submission may have 64 MB of notebooks and 64 MB of other files"
UNHEEDED = {
    "Autograde.sanitize_preprocessors": _PIPELINE,
    "Autograde.autograde_preprocessors": _PIPELINE,
    "Autograde.exporter_class": _PIPELINE,
    "Autograde.pre_convert_hook": _HOOK,
    "Autograde.post_convert_hook": _HOOK,
    "Autograde.force": "say --force",
    "Execute.kernel_name": _RUNNING,
    "Execute.kernel_manager_class": _RUNNING,
    "Execute.extra_arguments": _RUNNING,
    "Execute.execute_retries": _RUNNING,
    "Execute.interrupt_on_timeout": _RUNNING,
    "Execute.error_on_timeout": _RUNNING,
    "Execute.raise_on_iopub_timeout": _RUNNING,
    "IgnorePattern.pattern": "what is written to the error stream costs no points",
    "LimitOutput.max_lines": "a cell's outputs are cut at 1 MB",
    "LimitOutput.max_traceback": "a cell's outputs are cut at 1 MB",
    "OverwriteCells.add_missing_cells": "missing cells are always put back",
    "OverwriteCells.missing_cell_notification": "missing cells are always put back",
    "CourseDirectory.student_id": _CHOICE,
    "CourseDirectory.notebook_id": _CHOICE,
    "CourseDirectory.include": "what `CourseDirectory.ignore` does not match is copied",
    "CourseDirectory.max_file_size": _SIZES,
    "CourseDirectory.max_dir_size": _SIZES,
}
"""What is done instead, by setting."""
_OLD = ("NbGrader", "NbGraderConfig", "BasicConfig", "BaseNbGraderApp", "BaseNbConvertApp", "TransferApp")
_NOTHING = object()


def unheeded(course: CourseFolder) -> list[str]:
    """Return a line for each setting of a course that has no effect here."""
    set_here = [name for name in UNHEEDED if course.option(*name.split("."), _NOTHING) is not _NOTHING]
    lines = [f"nbgrader's {name} has no effect here: {UNHEEDED[name]}." for name in set_here]
    old = [f"{part}.{name}" for part in _OLD for name in course.config.get(part, {})]
    return lines + [f"{name} is a name that nbgrader gave up; it has no effect here." for name in old]
