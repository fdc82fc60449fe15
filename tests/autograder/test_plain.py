"""Text that a learner's code produced, made fit to be shown."""

from __future__ import annotations

import pytest

from autograder.plain import clean, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain é 数 😀", "plain é 数 😀"),
        ("\x1b[1;31mred\x1b[0m \x1b]0;title\x07end", "red end"),
        ("a\x00b\x7f", "a\\x00b\\x7f"),
        ("\udc80", "\\udc80"),
        ("\u202eabc\u200b", "\\u202eabc\\u200b"),
        ("10 %\r20 %\r\ndone", "10 %\n20 %\ndone"),
        ("a\tb", "a   b"),
    ],
)
def test_what_cannot_be_seen_is_removed_or_written_out(text: str, expected: str) -> None:
    """Terminal codes go, other control characters become visible escapes, lines end in newlines."""
    assert clean(text) == expected


def test_a_short_text_stays_whole() -> None:
    """Nothing is cut from what fits exactly."""
    assert shown("abc\ndef", chars=7, lines=2) == "abc\ndef"


def test_a_long_text_keeps_both_ends() -> None:
    """The middle goes, and its length is told."""
    assert shown("a" * 50 + "b" * 50, chars=30) == f"{'a' * 20} … 70 characters left out … {'b' * 10}"


def test_many_lines_keep_the_first_and_the_last() -> None:
    """Lines are left out from the middle, and counted."""
    text = "\n".join(str(k) for k in range(1_000))
    assert shown(text, chars=1_000, lines=6) == "0\n1\n2\n3\n… 994 lines left out …\n998\n999"


def test_one_line_means_one_line() -> None:
    """Where a single line is asked for, line breaks become spaces."""
    assert shown("a\nb\r\nc", chars=100) == "a b c"


def test_escapes_do_not_make_a_text_longer_than_asked_for() -> None:
    """A text of control characters is bounded after it was written out."""
    assert len(shown("\x00" * 1_000, chars=100)) < 150
