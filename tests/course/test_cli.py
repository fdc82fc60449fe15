"""The command line turns every outcome into a message and an exit code."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from course import catalog, cli

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with the sample module, which is also the working directory."""
    shutil.copytree(DATA / "modules", tmp_path / "modules")
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    monkeypatch.setattr(catalog, "_PACKAGE", tmp_path / "course")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the command line and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["course", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    return int(caught.value.code or 0)


def test_building_says_what_was_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build ends with 0 and names its files; its check agrees."""
    assert run(monkeypatch, "build") == 0
    assert (root / "assignments" / "02_vectors" / "02_vectors.ipynb").is_file()
    assert "3 written, 0 unchanged." in capsys.readouterr().out
    assert run(monkeypatch, "build", "--check") == 0


def test_a_failed_check_ends_with_1(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What needs attention is listed, one line each, with the command that mends it."""
    del root
    assert run(monkeypatch, "build", "--check") == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "modules/02_vectors/lesson.ipynb: missing; run `course build`"
    assert len(lines) == 3


def test_mistakes_in_content_are_listed_with_their_places(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no terminal is, each mistake is one plain line that an editor can jump to."""
    path = root / "modules" / "02_vectors" / "e2_double.py"
    path.write_text(path.read_text(encoding="utf-8").replace("stars: 2", "stars: [blue]"), encoding="utf-8")
    assert run(monkeypatch, "build") == 1
    assert capsys.readouterr().err.splitlines() == [
        "modules/02_vectors/e2_double.py:6: found stars ['blue']; expected 1, 2 or 3",
        "1 mistake in the content.",
    ]


def test_a_new_exercise_lists_what_is_missing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An author starts from a to-do list."""
    assert run(monkeypatch, "new", "02_vectors/rotate") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Wrote modules/02_vectors/e3_rotate.py")
    assert lines[1].startswith("modules/02_vectors/e3_rotate.py:2: found title None")
    assert (root / "modules" / "02_vectors" / "e3_rotate.py").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "02_vectors/double"),
        ("new", "nowhere/rotate"),
        ("preview", "missing.py"),
        ("preview",),
        ("frobnicate",),
        ("build", "--fast"),
    ],
)
def test_usage_mistakes_end_with_2(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    """What was typed cannot be done, and the message says why."""
    del root
    assert run(monkeypatch, *arguments) == 2
    assert capsys.readouterr().err


def test_our_own_fault_ends_with_3(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours is never worded as somebody else's mistake, and asks for a report."""
    del root
    monkeypatch.setattr("course.build.check", lambda: 1 / 0)
    assert run(monkeypatch, "build", "--check") == 3
    message = capsys.readouterr().err
    assert "a fault of the course, not yours: ZeroDivisionError" in message
    assert "course --debug" in message


def test_debug_shows_the_traceback(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reports a fault can add where it happened."""
    del root
    monkeypatch.setattr("course.build.check", lambda: 1 / 0)
    assert run(monkeypatch, "--debug", "build", "--check") == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_learners_and_authors_find_their_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All commands stand side by side in the help."""
    assert run(monkeypatch, "--help") == 0
    text = capsys.readouterr().out
    assert [name for name in ("init", "lab", "build", "new", "preview") if f"{name} " not in text] == []
