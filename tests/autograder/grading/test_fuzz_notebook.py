"""However a submitted notebook is damaged, it is read as cells or named as not gradable, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.grading.arrange import arrange
from autograder.grading.handed_in import NotGradable, parse_notebook
from autograder.grading.master import read_master
from tests.autograder.grading import plain

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["cells", "source", "nbgrader", "grade_id", "code", "markdown", "mean", "test-mean", "\ud800", "\0"])
)  # fmt: skip
junk = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def read(data: bytes) -> list[Any] | NotGradable:
    """Return what came of reading, whichever it was."""
    try:
        return parse_notebook(data, "numbers")
    except NotGradable as reason:
        return reason


def damaged(tree: Any, data: st.DataObject) -> Any:
    """Replace, drop or double one part of a notebook."""
    if not isinstance(tree, (dict, list)) or not tree or data.draw(st.integers(0, 7)) == 0:
        return data.draw(junk)
    keys = [*tree] if isinstance(tree, dict) else [*range(len(tree))]
    key = data.draw(st.sampled_from(keys))
    changed: Any = dict(tree) if isinstance(tree, dict) else list(tree)
    match data.draw(st.sampled_from(["deeper", "deeper", "deeper", "dropped", "doubled"])):
        case "deeper":
            changed[key] = damaged(changed[key], data)
        case "dropped":
            del changed[key]
        case "doubled" if isinstance(changed, list):
            changed.append(changed[key])
    return changed


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_damaged_notebook_is_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Cells come out as plain texts that a file can hold, and the instructor's cells stay all there."""
    master = read_master(master_path(tmp_path_factory))
    released = json.loads(master_path(tmp_path_factory).read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        released = damaged(released, data)
    cells = read(json.dumps(released).encode())
    if isinstance(cells, NotGradable):
        assert str(cells).startswith("numbers.ipynb")
        return
    assert all(type(cell.name) is str and cell.source.encode() is not None for cell in cells)
    arranged = arrange(master, cells)
    assert [step.master for step in arranged.steps if step.master] == [
        cell for cell in master.cells if cell.name
    ]


@given(st.binary(max_size=60), st.data())
@settings(max_examples=80, deadline=None)
def test_damaged_bytes_are_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, data: st.DataObject
) -> None:
    """Cut, overwritten and inserted bytes end in cells or in a reason that can be printed."""
    good = master_path(tmp_path_factory).read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 80)))
    found = read(good[:start] + noise + good[end:])
    assert isinstance(found, list) or str(found).encode()


_written: dict[str, Path] = {}


def master_path(factory: pytest.TempPathFactory) -> Path:
    """Return the instructor's notebook, written once."""
    if "path" not in _written:
        root = plain.make_course(factory.mktemp("fuzz") / "course")
        _written["path"] = root / "source" / plain.ASSIGNMENT / f"{plain.NOTEBOOK}.ipynb"
    return _written["path"]
