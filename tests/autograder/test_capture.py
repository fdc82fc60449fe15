"""Nothing that a learner's code prints, logs or warns about reaches the notebook; the card may show it."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING

import pytest

from autograder.capture import MAX_KEPT, MAX_TEXT, MAX_WARNINGS, Capture
from autograder.verdict import Output

if TYPE_CHECKING:
    from collections.abc import Iterator


say = print
"""What a learner's code does, and tests of ours do not."""


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """A logger that loses its handlers again."""
    logger = logging.getLogger("learner")
    yield logger
    logger.handlers.clear()


def noise() -> None:
    """Print, complain and warn."""
    say("to stdout")
    say("to stderr", file=sys.stderr)
    warnings.warn("careful", stacklevel=1)


def test_noise_is_kept_and_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Both streams and the warnings are in the capture; the outside stays silent."""
    with Capture().active() as capture:
        mark = capture.mark()
        noise()
        output = capture.since(mark)
    assert output == Output("to stdout\n", "to stderr\n", ("UserWarning: careful",))
    assert capsys.readouterr() == ("", "")


def test_only_what_came_since_a_mark_counts() -> None:
    """Each call shows its own output."""
    with Capture().active() as capture:
        noise()
        mark = capture.mark()
        assert capture.since(mark) == Output()
        say("later")
        assert capture.since(mark) == Output("later\n")


def test_one_warning_repeated_is_told_once() -> None:
    """Every call warns anew, and a card shows different texts only."""
    with Capture().active() as capture:
        for _ in range(3):
            mark = capture.mark()
            for number in (1, 1, 2):
                warnings.warn(f"number {number}", RuntimeWarning, stacklevel=1)
            expected = ("RuntimeWarning: number 1", "RuntimeWarning: number 2")
            assert capture.since(mark).warnings == expected


def test_a_flood_is_shortened() -> None:
    """Megabytes of text and thousands of warnings take bounded room."""
    with Capture().active() as capture:
        mark = capture.mark()
        for number in range(2000):
            say("x" * 10_000)
            warnings.warn(str(number), stacklevel=1)
        output = capture.since(mark)
    assert (len(output.stdout), len(output.warnings)) == (MAX_TEXT, MAX_WARNINGS)
    assert len(capture.stdout.getvalue()) == MAX_KEPT


def test_closing_a_stream_does_not_end_the_capture() -> None:
    """What a learner does to `sys.stdout` stays the learner's."""
    with Capture().active() as capture:
        mark = capture.mark()
        sys.stdout.close()
        say("still here")
        assert capture.since(mark).stdout == "still here\n"


def test_streams_and_filters_are_as_they_were() -> None:
    """Also after an error."""
    before = sys.stdout, sys.stderr, warnings.filters[:], warnings.showwarning
    with pytest.raises(ZeroDivisionError), Capture().active():
        warnings.simplefilter("ignore" if 1 / 0 else "error")
    assert (sys.stdout, sys.stderr, warnings.filters, warnings.showwarning) == before


def test_log_handlers_of_before_are_led_aside_and_back(logger: logging.Logger) -> None:
    """A handler that holds the notebook's stderr does not write there meanwhile."""
    handler = logging.StreamHandler(sys.stderr)
    logger.addHandler(handler)
    with Capture().active() as capture:
        mark = capture.mark()
        logger.error("inside")
        assert capture.since(mark).stderr == "inside\n"
    assert handler.stream is sys.stderr


def test_log_handlers_made_meanwhile_write_to_the_notebook_afterwards(logger: logging.Logger) -> None:
    """A learner who sets up logging inside an answer sees the log of later cells."""
    with Capture().active() as capture:
        mark = capture.mark()
        logger.addHandler(logging.StreamHandler())
        logger.error("inside")
        assert capture.since(mark).stderr == "inside\n"
    assert logger.handlers[0].stream is sys.stderr


def test_handlers_that_write_elsewhere_are_left_alone(logger: logging.Logger) -> None:
    """A log file of the learner's own is nobody's business."""
    kept = io.StringIO()
    logger.addHandler(logging.StreamHandler(kept))
    with Capture().active() as capture:
        mark = capture.mark()
        logger.error("to my own place")
        assert capture.since(mark) == Output()
    assert kept.getvalue() == "to my own place\n"


def test_what_programs_and_compiled_code_write_is_silenced(capfd: pytest.CaptureFixture[str]) -> None:
    """With descriptors, whatever writes past Python's streams goes nowhere, and afterwards everywhere again."""
    with Capture().active(descriptors=True):
        os.write(1, b"from C")
        subprocess.run([sys.executable, "-c", "import sys; print(1); print(2, file=sys.stderr)"], check=True)
    os.write(1, b"after")
    assert capfd.readouterr() == ("after", "")
