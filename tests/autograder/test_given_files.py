"""A file that a check gives is there for one call, on the side that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.boundary.wire import Message
from autograder.checks import file
from autograder.errors import Refused
from tests.autograder.pairs import joined

ANSWER = """
from pathlib import Path

def read(path): return path, Path(path).read_bytes()
def spoil(path):
    Path(path).write_bytes(b"")
    Path(path).with_name("more").write_bytes(b"1")
    raise ValueError(path)
"""


def test_the_answer_gets_a_path_that_ends_with_the_name() -> None:
    """The bytes are exactly those of the check, and the path is a plain str."""
    path, content = joined(ANSWER, as_json=True).root("read")(file("a b.csv", b"\xef\xbb\xbf\x00\n"))
    assert (type(path), Path(path).name, content) == (str, "a b.csv", b"\xef\xbb\xbf\x00\n")


def test_nothing_stays_behind() -> None:
    """File and folder are gone after the call, also when it raised and left more beside the file."""
    side = joined(ANSWER)
    path, _ = side.root("read")(file("a.csv", b"1"))
    with pytest.raises(ValueError, match="given-") as caught:
        side.root("spoil")(file("a.csv", b"1"))
    assert not Path(path).parent.exists()
    assert not Path(str(caught.value)).parent.exists()


def test_each_call_gets_a_fresh_copy() -> None:
    """What one call wrote to the file, the next one does not read."""
    side, given = joined(ANSWER), file("a.csv", b"1")
    with pytest.raises(ValueError, match="given-"):
        side.root("spoil")(given)
    assert side.root("read")(given)[1] == b"1"


def test_an_answer_cannot_write_files_at_the_judge() -> None:
    """A message with a file is refused where it comes from the answer."""
    with pytest.raises(Refused, match="without a number"):
        joined(ANSWER)._read(Message(["value", ["file", "x", "00"]], []), 2)
