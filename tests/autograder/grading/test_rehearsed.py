"""Submissions that begin as the instructor's notebook does go on from one run of its first cells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from autograder.grading.handed_in import HandedIn
from autograder.grading.job import Rehearsal, Tools, grade
from autograder.grading.known_traces import KnownTraces
from autograder.grading.master import Assignment, MasterCell, MasterNotebook, Role
from autograder.sandbox.forks import RehearsalTask, Sandbox
from autograder.sandbox.isolation import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.xdist_group("rehearsal"),
    pytest.mark.skipif(
        not all(item.there for item in findings()), reason="this machine cannot isolate learners' code"
    ),
]
OPENING = (
    "import uuid\nrun = uuid.uuid4().hex",
    "greeting = open('words.txt').read()",
)
BOOK = MasterNotebook(
    "week1",
    (
        MasterCell("setup", Role.GIVEN, OPENING[0]),
        MasterCell("data", Role.GIVEN, OPENING[1]),
        MasterCell("say", Role.ANSWER, "def say():\n    return greeting"),
        MasterCell("later", Role.GIVEN, "def heard():\n    return say().strip()"),
        MasterCell("test-say", Role.GRADE, "print(run)\nassert heard() == 'hello'", points=1.0),
        MasterCell("test-files", Role.GRADE, "import os\nassert os.listdir() == ['words.txt']", points=1.0),
    ),
)
ASSIGNMENT = Assignment("week1", (BOOK,), {"words.txt": b"hello\n"})
ANSWER = "print(run)\ndef say():\n    return greeting"


@pytest.fixture(scope="module")
def tools() -> Iterator[Tools]:
    """What a worker grades with, after the rehearsal."""
    with Sandbox(walls=True) as sandbox:
        task = RehearsalTask(ASSIGNMENT.files, BOOK.opening, 30.0, BOOK.tests)
        sandbox.wait().rehearse(BOOK.name, task, judges_too=True).wait()
        sides, judges = sandbox.rehearsed[BOOK.name], sandbox.judges.client()
        rehearsal = Rehearsal(BOOK.opening, sides.learner_client(), sides.outputs, sides.judge_client())
        yield Tools(
            sandbox.learners.client(), judges, sandbox.limits, 0, KnownTraces(judges, 0),
            rehearsals={BOOK.name: rehearsal},
        )  # fmt: skip


def graded(tools: Tools, answer: str = ANSWER, before: str = "", **files: bytes) -> tuple[float, str, str]:
    """Grade a submission; returns its points, and the runs that its answer and the test printed."""
    sources = {"setup": OPENING[0], "data": OPENING[1], "say": answer}
    cells = [_cell(name, text) for name, text in sources.items()]
    cells = [_cell("", before), *cells] if before else cells
    handed_in = HandedIn({BOOK.name: json.dumps({"nbformat": 4, "cells": cells}).encode()}, files)
    outcome = grade("ada", handed_in, ASSIGNMENT, tools)
    assert not outcome.reasons
    assert outcome.graded_cells[f"{BOOK.name}/test-files"].points == 1.0, "the judge sees the learner's files"
    by_name = {cell.name: cell for _, cell in outcome.cells}
    printed = ["".join(o.get("text", "") for o in by_name[name].outputs) for name in ("say", "test-say")]
    return by_name["test-say"].points or 0.0, printed[0].strip(), printed[1].strip()


def _cell(name: str, source: str) -> dict[str, object]:
    metadata = {"nbgrader": {"grade_id": name}} if name else {}
    return {"cell_type": "code", "metadata": metadata, "source": source}


def test_submissions_go_on_from_one_run(tools: Tools) -> None:
    """At the learner's side and at the judge's the first cells ran once; tests see what answers see."""
    one, other = graded(tools), graded(tools)
    assert one[0] == other[0] == 1.0
    assert one == other


def test_who_puts_a_cell_before_them_has_them_run_after_it(tools: Tools) -> None:
    """Names of a cell above the instructor's are there when those run, as in a kernel."""
    points, run, _ = graded(tools, before="import uuid\nuuid.uuid4 = uuid.uuid1")
    assert points == 1.0
    assert run != graded(tools)[1]


def test_who_brings_a_file_has_them_run_beside_it(tools: Tools) -> None:
    """The instructor's cells may read what a learner hands in."""
    points, run, judged = graded(tools, extra=b"more")
    assert points == 1.0
    assert run != graded(tools)[1]
    assert judged == graded(tools)[2]


def test_a_process_that_ended_begins_from_there_again(tools: Tools) -> None:
    """The answer's cell ends its process; the next one has the first cells, and the points are lost alone."""
    answer = "import os\ndef say():\n    os._exit(1)"
    assert graded(tools, answer)[0] == 0.0
    assert graded(tools)[0] == 1.0
