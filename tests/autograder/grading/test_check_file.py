"""`autograder check FILE.ipynb`, `autograder try` and `autograder doctor`, as a person meets them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from autograder import cli
from autograder.sandbox import isolation
from course.catalog import content_dir, load

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MODULE = "02_linear_algebra_numpy"
WRONG = "import numpy as np\n\ndef residuals(y, yhat):\n    return y - yhat\n"


def saved(folder: Path, answers: dict[str, str]) -> Path:
    """Write the assignment of module 02 as a learner saves it, under a name of the learner's own."""
    notebook = json.loads((content_dir("assignments") / MODULE / f"{MODULE}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removesuffix("-answer")
        if name in answers and cell["metadata"]["nbgrader"]["solution"]:
            cell["source"] = answers[name]
    path = folder / "my answers.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def run(*arguments: str) -> tuple[int, str]:
    """Run a command; returns its exit code and all that it said."""
    done = CliRunner().invoke(cli.app, arguments)
    failure = "" if isinstance(done.exception, SystemExit | None) else str(done.exception)
    return done.exit_code, done.output + failure


def test_a_saved_notebook_is_checked_as_in_jupyterlab(tmp_path: Path) -> None:
    """Each exercise has its card, and the last line the points."""
    right = load("project").reference.text
    code, said = run("check", str(saved(tmp_path, {"project": right, "residuals": WRONG})))
    assert "4 of 36 points" in said
    assert "2.4 Project onto a column space" in said
    assert "Probable cause" in said
    assert code == 1


def test_json_names_each_cell(tmp_path: Path) -> None:
    """The outcome for tools is the one that grading gives."""
    code, said = run("check", "--json", str(saved(tmp_path, {"project": load("project").reference.text})))
    cell = json.loads(said)["cells"]["my answers/project"]
    assert (cell["score"], cell["max"], cell["sealed"]) == (4.0, 4.0, True)
    assert code == 1


def test_a_notebook_of_something_else_is_refused(tmp_path: Path) -> None:
    """The message says where the exercises are."""
    path = tmp_path / "other.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": []}))
    code, said = run("check", str(path))
    assert code != 0
    assert "no exercise of this course" in said
    assert "assignments/" in said


def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path) -> None:
    """The name is enough to tell."""
    code, said = run("check", str(tmp_path / "notes.txt"))
    assert code != 0
    assert "does not end in .ipynb" in said


def test_doctor_says_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends with 0 where learners' code can be isolated, else with 1."""
    good = (isolation.Finding("bubblewrap", there=True, detail="bubblewrap 0.8.0"),)
    monkeypatch.setattr(isolation, "findings", lambda: good)
    assert run("doctor")[0] == 0
    bad = (
        isolation.Finding(
            "bubblewrap", there=False, detail="not installed", remedy="apt-get install bubblewrap"
        ),
    )
    monkeypatch.setattr(isolation, "findings", lambda: bad)
    code, said = run("doctor")
    assert code == 1
    assert "apt-get install bubblewrap" in said


def test_without_isolation_grading_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The reason, the command that helps, and the way to grade code that is trusted."""
    bad = (
        isolation.Finding(
            "bubblewrap", there=False, detail="not installed", remedy="apt-get install bubblewrap"
        ),
    )
    monkeypatch.setattr(isolation, "findings", lambda: bad)
    code, said = run("grade", "week1", "--course-dir", str(tmp_path))
    assert code != 0
    assert "apt-get install bubblewrap" in said
    assert "--unsafe" in said
