"""`course doctor` finds what keeps a learner from working."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from course import doctor, workspace
from course.commands_learner import learner
from tests.course.data_home import own_home
from tests.course.sample_notebooks import markdown
from tests.course.sample_workspace import LESSON, install, made


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A healthy workspace on a healthy machine; asking Jupyter for its kernels would take a second each time."""
    own_home(tmp_path, monkeypatch)
    install(tmp_path, monkeypatch).offer(LESSON, markdown("one", "# One"))
    kernel(monkeypatch, "python")
    return made(tmp_path)


def kernel(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Have Jupyter answer that notebooks run in this program."""
    spec = {"resource_dir": "/share/kernels/python3", "spec": {"argv": [program, "-m", "ipykernel_launcher"]}}
    answer = SimpleNamespace(stdout=json.dumps({"kernelspecs": {"python3": spec}}))
    monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: answer)


def complaints(directory: Path) -> list[str]:
    """Return what is wrong, with the remedy."""
    return [f"{each.what}: {each.remedy}" for each in doctor.examine(directory) if each.remedy]


def test_a_healthy_workspace_is_well(work: Path) -> None:
    """Nothing to complain about, and exit code 0."""
    assert complaints(work) == []
    done = CliRunner().invoke(learner, ["doctor", str(work)])
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "All is well.")


def test_jupyter_itself_is_asked_for_the_kernel(tmp_path: Path) -> None:
    """In this environment notebooks run in this Python."""
    assert [each.remedy for each in doctor._kernel()] == [""]


def test_a_kernel_of_another_python_is_found(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel that an old environment installed for the whole account imports no course."""
    kernel(monkeypatch, "/opt/old/bin/python")

    (found,) = complaints(work)
    assert "/opt/old/bin/python" in found
    assert 'Move the folder "/share/kernels/python3"' in found


def test_no_workspace_is_a_finding_with_the_command_that_makes_one(tmp_path: Path, work: Path) -> None:
    """The rest is examined all the same."""
    (found,) = complaints(tmp_path)
    assert "course init" in found


def test_a_damaged_marker_is_found(work: Path) -> None:
    """With the place and the way out."""
    (work / workspace.MARKER).write_text("{")

    (found,) = complaints(work)
    assert "marker cannot be read" in found
    assert "course update" in found


def test_half_a_notebook_is_found(work: Path) -> None:
    """With the command that brings the course's version."""
    (work / LESSON).write_text('{"cells": [')

    (found,) = complaints(work)
    assert f"{LESSON} cannot be read" in found
    assert "course update" in found


@pytest.mark.parametrize("name", ["random.py", "01_arrays/numpy.py", "autograder.py"])
def test_a_file_that_hides_a_module_is_found(work: Path, name: str) -> None:
    """`random.py` beside a notebook breaks imports in a way that nobody understands."""
    (work / name).touch()
    (work / "my_tools.py").touch()

    (found,) = complaints(work)
    assert found.startswith(f"{name} hides the module")


def test_a_folder_that_cannot_be_written_is_found(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workspace itself, and each module's folder."""
    really = Path.write_bytes

    def write_bytes(path: Path, content: bytes) -> int:
        if path.parent.name == "01_arrays":
            raise PermissionError(13, "Permission denied")
        return really(path, content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)

    (found,) = complaints(work)
    assert "01_arrays cannot be written: Permission denied" in found


def test_a_full_disk_is_found(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a notebook cannot be saved."""
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))

    (found,) = complaints(work)
    assert "Make room" in found


def test_a_missing_package_is_found(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, as is one that is too old."""
    monkeypatch.setattr(doctor, "_requirements", lambda: ["no-such-package>=1.0", "numpy>=99.0"])

    (found,) = complaints(work)
    assert "no-such-package is missing, numpy" in found
    assert "instead of 99.0 or newer" in found


def test_the_command_ends_with_1_where_something_needs_attention(work: Path) -> None:
    """And prints what to do below what it found."""
    (work / "random.py").touch()

    done = CliRunner().invoke(learner, ["doctor", str(work)])

    assert done.exit_code == 1
    assert "Rename the file" in done.output
