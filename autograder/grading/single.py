"""Judges one answer, or one saved notebook of ours, in the sandbox: what a person at a keyboard asks for."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.grading.handed_in import (
    MAX_NOTEBOOK,
    HandedIn,
    NotGradable,
    parse_notebook,
    read_bytes,
    read_submission,
)
from autograder.grading.job import Tools, grade
from autograder.grading.known_traces import KnownTraces
from autograder.grading.master import (
    Assignment,
    MasterCell,
    MasterNotebook,
    Role,
    imported_modules,
    read_master,
)
from autograder.sandbox.forks import Sandbox
from autograder.sandbox.isolation import findings
from course import catalog

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from autograder.grading.results import Outcome
    from autograder.verdict import Result
    from course.exercise import Exercise


@contextmanager
def tools_for(exercises: list[Exercise], salt: int = 0) -> Generator[Tools]:
    """Start a sandbox, walled where this machine can, and give what grades with it."""
    walls = all(item.there for item in findings())
    modules = {name for exercise in exercises for name in imported_modules(exercise.setup)}
    files = [exercise.path for exercise in exercises]
    with Sandbox(walls=walls, modules=sorted(modules), exercises=files) as sandbox:
        sandbox.wait()
        judges = sandbox.judges.client()
        known = {exercise.id: exercise for exercise in exercises}
        yield Tools(
            sandbox.learners.client(), judges, sandbox.limits, salt, KnownTraces(judges, salt), walls,
            known.__getitem__,
        )  # fmt: skip


def judge_answer(exercise: Exercise, answer: str, tools: Tools) -> Result:
    """Judge the text of an answer cell."""
    book = exercise_master(exercise)
    handed_in = HandedIn({book.name: _saved(book, answer)})
    outcome = grade("", handed_in, Assignment(exercise.id, (book,)), tools)
    (cell,) = outcome.graded_cells.values()
    if cell.result is None:
        raise GraderError(cell.fault or cell.failure)
    return cell.result


def exercise_master(exercise: Exercise) -> MasterNotebook:
    """Return the instructor's notebook of one exercise alone."""
    setup = [
        MasterCell(f"{exercise.id}-setup-{number}", Role.GIVEN, cell.text)
        for number, cell in enumerate((cell for cell in exercise.statement if cell.kind == "code"), 1)
    ]
    answer = MasterCell(f"{exercise.id}-answer", Role.ANSWER, exercise.reference.text)
    check = MasterCell(exercise.id, Role.GRADE, "", points=exercise.points, exercise=exercise.id)
    return MasterNotebook(exercise.id, (*setup, answer, check))


def check_file(path: Path) -> Outcome:
    """Check a learner's saved notebook; raises `GraderError` where it is none of this course."""
    if path.suffix != ".ipynb":
        raise NotGradable(f"{path} is no notebook: its name does not end in .ipynb")
    data = read_bytes(path, MAX_NOTEBOOK)
    module = _module_of(data, path)
    book = replace(read_master(_solutions(module)), name=path.stem)
    with tools_for([catalog.load(cell.exercise) for cell in book.cells if cell.exercise]) as tools:
        handed_in = HandedIn({path.stem: data}, _files_beside(path))
        return grade("", handed_in, Assignment(module, (book,)), tools)


def _module_of(data: bytes, path: Path) -> str:
    names = {cell.name for cell in parse_notebook(data, path.stem)}
    found = {module.slug: len(names & _exercise_ids(module)) for module in catalog.modules()}
    best = max(found, key=lambda slug: found[slug], default="")
    if not found.get(best):
        raise NotGradable(
            f"{path}: no exercise of this course in it. The notebooks with exercises are in assignments/."
        )
    return best


def _exercise_ids(module: catalog.Module) -> set[str]:
    return {path.stem.partition("_")[2] for path in module.exercises}


def _solutions(module: str) -> Path:
    return catalog.content_dir("solutions") / module / f"{module}.ipynb"


def _files_beside(path: Path) -> dict[str, bytes]:
    try:
        return read_submission(path.resolve().parent).files
    except NotGradable:
        return {}


def _saved(book: MasterNotebook, answer: str) -> bytes:
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": cell.name}}, "source": answer}
        for cell in book.cells
        if cell.role is Role.ANSWER
    ]
    return json.dumps({"nbformat": 4, "cells": cells}).encode()
