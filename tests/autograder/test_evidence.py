"""A failed check shows the call that it judged, and the reference's result for what it is: the answer, or one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder import wording
from autograder.card import card_text
from autograder.shorten import short
from autograder.verdict import Kind, Result
from course.exercise import Answer
from tests.autograder import tiny
from tests.autograder.transports import in_both, with_checks

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.verdict import Verdict

REFERENCE = """
def mean_of(x): return sum(x) / len(x)
def ends(x): return {"first": list(x[:1]), "last": list(x[-1:])}
def root(x): return [-(x ** 0.5)]
def long(x): return len(x) > 2
def shifted(table): return table + 1
def boxed(x): return [x]
"""
WRONG = """
def mean_of(x): return sum(x) / len(x) if len(x) != 2 else 17.5
def ends(x): return {"first": list(x[:1]), "last": list(x[:1])}
def root(x): return [x / 2]
def long(x):
    if len(x) == 4: raise ValueError
    return True
def shifted(table): return table.where(table.index != table.index[-3], 0) + 1
class Foo: pass
def boxed(x): return [Foo()]
"""
SHARED = """
def must_be(got, wanted):
    assert close(got, wanted), f"another value, {kind(got)}"
"""
CHECKS = {
    "names": "one = mean_of([1, 3])\ntwo = mean_of([1, 3, 5])\nassert one == 2, 'no'\nassert two == 3",
    "a loop": "cases = [[1], [2, 4], [3]]\nouts = [mean_of(x) for x in cases]\n"
    "for x, out in zip(cases, outs):\n    assert out == sum(x) / len(x), 'no'",
    "an item": "outs = {'a': mean_of([4, 8]), 'b': mean_of([1])}\nassert outs['a'] == 6, 'no'",
    "a part": "found = ends([7, 8])\nlater = ends([9])\nlast = found['last']\nassert last == [8], 'no'",
    "a shared function": "one, two = mean_of([2, 2]), mean_of([5])\nmust_be(one, 2)",
    "a value that all share": "cases = [[5, 6, 7], [8, 9], [1, 2, 3]]\nouts = [long(x) for x in cases]\n"
    "for x, out in zip(cases, outs):\n    assert out == (len(x) > 2), f'{x}: no'",
    "a call that raised": "cases = [[4, 3, 2, 1], [5, 4, 3]]\nouts = []\nfor x in cases:\n"
    "    try: outs.append(long(x))\n    except ValueError as error: outs.append(error)\n"
    "for x, out in zip(cases, outs):\n    assert out is True, f'{x}: no'",
    "no name": "assert [mean_of(x) for x in ([1], [6, 8], [2])] == [1, 7, 2], 'no'",
    "a table": "import pandas as pd\ntable = pd.Series(range(50), index=range(100, 150))\n"
    "out = shifted(table)\nassert (out == table + 1).all(), 'no'",
    "an object in a list": "out = boxed(5)\nassert out == [5], 'no'",
    "an object of the check": "class Spy: pass\nout = boxed(Spy())\nassert kind(out[0]) == 'Spy', 'no'",
    "an iterator": "out = boxed(iter([1]))\nassert kind(out[0]) == 'list_iterator', f'{iter([1])}: no'",
    "one of two": "out = root(9)\nassert out[0] ** 2 == 9, 'no'",
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """What is said of a wrong answer, which is the same in both transports."""
    exercise = with_checks(
        tiny.exercise(tmp_path_factory.mktemp("evidence")), CHECKS, reference=REFERENCE, shared=SHARED
    )
    other = REFERENCE.replace("-(x ** 0.5)", "x ** 0.5")
    found = in_both(
        replace(exercise, alternatives=(Answer("alternative", "the other root", other, 1),)), WRONG
    )
    assert {name: each.verdict for name, each in found.local.items()} == {
        name: each.verdict for name, each in found.process.items()
    }
    return {name: each.verdict for name, each in found.local.items()}


@pytest.mark.parametrize(
    ("check", "argument"),
    [
        ("names", "[1, 3]"),
        ("a loop", "[2, 4]"),
        ("an item", "[4, 8]"),
        ("a part", "[7, 8]"),
        ("a shared function", "[2, 2]"),
        ("a value that all share", "[8, 9]"),
        ("a call that raised", "[4, 3, 2, 1]"),
    ],
)
def test_the_call_is_the_one_that_was_judged(verdicts: dict[str, Verdict], check: str, argument: str) -> None:
    """Whatever was called after it."""
    assert verdicts[check].arguments == (("x", argument),)


def test_a_shared_function_has_the_plain_helpers(verdicts: dict[str, Verdict]) -> None:
    """Those that need to know nothing of the answer."""
    assert verdicts["a shared function"].message == "another value, float"


def test_where_no_name_leads_to_a_call_the_last_one_is_shown(verdicts: dict[str, Verdict]) -> None:
    """A guess, and a check whose message prints the call makes it good."""
    assert verdicts["no name"].arguments == (("x", "[2]"),)


def test_one_of_several_right_answers_is_called_an_example(verdicts: dict[str, Verdict]) -> None:
    """An alternative gives another one; nothing is said about a difference from the example."""
    several, one = verdicts["one of two"], verdicts["names"]

    assert (several.expected, several.for_example, several.difference) == ("[-3.0]", True, "")
    assert (one.expected, one.for_example) == ("2.0", False)
    assert "differ" in one.difference
    for verdict, label in ((several, "Expected, for example:"), (one, "Expected:")):
        assert label in card_text(Result("mean_of", "Means", "9.1", (verdict,)))


def test_of_long_tables_the_rows_that_differ_are_shown(verdicts: dict[str, Verdict]) -> None:
    """Those of the argument, too, where it is as long as the result."""
    verdict = verdicts["a table"]

    for text in (verdict.answer, verdict.expected, dict(verdict.arguments)["table"]):
        assert text.splitlines()[0] == "Series (50,), rows 44 to 49"
    assert "▸ 147     1\n  148    49" in verdict.answer
    assert "▸ 147    48\n  148    49" in verdict.expected
    assert "\n147    47\n" in dict(verdict.arguments)["table"]
    assert verdict.difference == "1 of 50 entries differ, first at .iloc[47] (label 147): 1 instead of 48."


def test_an_object_in_a_list_is_named(verdicts: dict[str, Verdict]) -> None:
    """Whatever it would say about itself is not asked."""
    assert verdicts["an object in a list"].kind is Kind.FAILED
    assert verdicts["an object in a list"].answer == "[your Foo]"
    assert "first at [0]: your Foo instead of 5" in verdicts["an object in a list"].difference


def test_an_object_of_the_check_is_called_so(verdicts: dict[str, Verdict]) -> None:
    """Its module and its address would say nothing to a learner."""
    assert verdicts["an object of the check"].arguments == (("x", "<Spy of the check>"),)


def test_no_message_holds_a_place_in_memory(verdicts: dict[str, Verdict]) -> None:
    """It differs from run to run and says nothing."""
    assert verdicts["an iterator"].message == "<list_iterator object>: no"


def test_what_cannot_be_shown_costs_no_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in drawing the call is said to be ours, and the answer is judged all the same."""

    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(wording, "with_evidence", fails)
    exercise = with_checks(tiny.exercise(tmp_path), {"names": CHECKS["names"]}, reference=REFERENCE)
    verdict = in_both(exercise, WRONG).local["names"].verdict

    assert (verdict.kind, verdict.message) == (Kind.FAILED, "no")
    assert "our mistake, not yours (RuntimeError)" in verdict.note


def test_an_alternative_that_does_not_run_is_left_out(tmp_path: Path) -> None:
    """It is an author's mistake, which `verify` reports; a learner's check is judged all the same."""
    exercise = with_checks(tiny.exercise(tmp_path), {"names": CHECKS["names"]}, reference=REFERENCE)
    broken = replace(exercise, alternatives=(Answer("alternative", "broken", "1 / 0", 1),))

    assert in_both(broken, WRONG).local["names"].verdict.expected == "2.0"


def test_an_answer_that_was_stopped_gave_nothing_back(tmp_path: Path) -> None:
    """Where memory is used up there is no result that the card could compare."""
    check = {"too much": "with memory_below(1e5):\n    mean_of([1, 3])"}
    exercise = with_checks(tiny.exercise(tmp_path), check, reference=REFERENCE)
    greedy = f"{WRONG}\ndef mean_of(x):\n    return sum([0] * 10**6) + 2"
    verdict = in_both(exercise, greedy).local["too much"].verdict

    assert verdict.kind is Kind.MEMORY
    assert (verdict.answer, verdict.expected, verdict.note) == ("", "", "")
    assert verdict.arguments == (("x", "[1, 3]"),)


def test_tables_in_a_tuple_and_texts_of_several_lines_are_laid_out() -> None:
    """One below the other, as they would be alone."""
    import pandas as pd

    told = short((pd.Series([1, 2]), {"a": 1})).splitlines()
    assert told == ["tuple of 2", "[0]  Series (2,)", "     0    1", "     1    2", "[1]  {'a': 1}"]
    assert short("\n    SELECT *\n      FROM t\n").splitlines() == ["text of 2 lines", "SELECT *", "  FROM t"]


def test_what_a_call_without_arguments_should_give_is_not_shown(tmp_path: Path) -> None:
    """It would be the solution itself, such as the text of a query. A forgotten return is still named."""
    check = {"the text": "assert query() == 'SELECT 2', 'no'"}
    exercise = with_checks(tiny.exercise(tmp_path), check, reference="def query(): return 'SELECT 2'")
    verdict = in_both(exercise, "def query(): return 'SELECT 1'").local["the text"].verdict

    assert (verdict.answer, verdict.expected, verdict.difference) == ("'SELECT 1'", "", "")
    nothing = in_both(exercise, "def query(): 'SELECT 2'").local["the text"].verdict
    assert nothing.note == "`query` gave back `None`. Does every path through it end in a `return`?"


def test_text_among_other_values_is_quoted() -> None:
    """In a column of objects "34" does not look like 34; a column of text alone needs no quotes."""
    import pandas as pd

    table = pd.DataFrame({"mixed": pd.Series(["34", 34], dtype=object), "text": ["a", "b"]})
    assert short(table).splitlines()[2:] == ["0  '34'    a", "1    34    b"]
    assert short(table["mixed"]).splitlines()[1:] == ["0    '34'", "1      34"]
