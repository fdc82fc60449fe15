"""What a diagnosis promises: the one mistake that explains a failure, however it is written, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from autograder.answers import run_answer
from autograder.boundary.codec import Encoder
from autograder.boundary.wire import Message
from autograder.capture import Capture
from autograder.diagnose import diagnose
from autograder.judge import judge_here
from autograder.known import compute
from autograder.trace import MAX_EVENTS, Trace
from autograder.verdict import Kind
from tests.autograder import tiny

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.known import Known
    from course.exercise import Exercise

FAILED, PASSED = Kind.FAILED, Kind.PASSED


def reply(value: Any, notes: dict[str, Any] | None = None) -> Message:
    """Return the message with which an answer's side gives a result."""
    encoder = Encoder(lambda _value: ["mine", 7, ["function", "builtins", "f", []]], {}, keep_layout=False)
    return Message(["value", encoder.encode(value), encoder.encode(notes), None], encoder.buffers)


def heard(*values: Any, notes: dict[str, Any] | None = None) -> Trace:
    """Return the trace of a check that got these results."""
    trace = Trace()
    for value in values:
        trace.heard(reply(value, notes))
    return trace


def ended(events: str, kind: Kind = FAILED, message: str = "", exact: str = "") -> Trace:
    """Return a trace with one event for each letter; `exact` where its bits differ."""
    return Trace(exact=[*(exact or events)], rounded=[*events], kind=kind, line=1, message=message)


# ---- the trace ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.0, 1.0 + 1e-12),
        (np.array([1.0, 3.0]), np.array([1.0, 3.0]) * (1 + 1e-12)),
        (np.array([1.0, 0.0]), np.array([1.0, 1e-17])),
        (np.array([1.0, 0.0]), np.array([1.0, -0.0])),
        (np.array([1.0 + 1j]), np.array([1.0 + 1j + 1e-13])),
        (np.array([1.0, np.nan, np.inf]), np.array([1.0 + 1e-12, np.nan, np.inf])),
        ([{"mean": 0.1 + 0.2}], [{"mean": 0.3}]),
    ],
    ids=repr,
)
def test_the_last_bits_do_not_count(one: Any, other: Any) -> None:
    """Two ways to compute one number agree in seven digits, and the trace still knows that they differ."""
    assert heard(one).rounded == heard(other).rounded
    assert heard(one).exact != heard(other).exact


def test_the_order_of_a_set_does_not_count() -> None:
    """Another process meets the same names in another order."""
    traces = []
    for names in (["a", "b", "c"], ["c", "a", "b"]):
        trace = Trace()
        trace.heard(Message(["value", ["set", names], None, None], []))
        traces.append(trace)
    assert traces[0].exact == traces[1].exact
    assert traces[0].rounded == traces[1].rounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (np.array([1.0, 2.0]), np.array([2.0, 4.0])),
        (np.array([1.0, 2.0]), np.array([-1.0, -2.0])),
        (1.0, 1.001),
        (1, 1.0),
        (np.array([1.0, 2.0]), np.array([[1.0, 2.0]])),
        (np.array([1.0, 2.0]), np.array([1, 2])),
        (np.array([1.0, 2.0]), np.array([1.0, 2.0], dtype=np.float32)),
        (np.array([1.0, 2.0]), [1.0, 2.0]),
        (np.array([0, 1]), np.array([0, 2])),
        (np.array([1.0, np.nan]), np.array([1.0, np.inf])),
        (1, True),
        ("1", 1),
        (np.zeros(2), np.zeros(3)),
    ],
    ids=repr,
)
def test_what_an_engineer_tells_apart_is_apart(one: Any, other: Any) -> None:
    """Scale, sign, shape, dtype and type of a result are seen, whatever the rounding."""
    assert heard(one).rounded != heard(other).rounded


def test_what_differs_from_run_to_run_does_not_count() -> None:
    """Printed text and used memory leave no trace; what the call did to its arguments does."""
    quiet = heard(1.0)
    assert quiet.exact == heard(1.0, notes={"output": ["printed", "", []], "peak": 12345}).exact
    assert quiet.exact != heard(1.0, notes={"changed": ["x"]}).exact
    assert quiet.exact != heard(1.0, notes={"random": True}).exact


def test_the_wording_of_an_exception_does_not_count() -> None:
    """Its type does."""

    def raised(name: str, message: str) -> Trace:
        encoder = Encoder(lambda value: value, {}, keep_layout=False)
        trace = Trace()
        described = encoder.encode({"type": name, "message": message})
        trace.heard(Message(["raised", described, encoder.encode(None), None], encoder.buffers))
        return trace

    assert raised("ValueError", "n < 0").exact == raised("ValueError", "negative").exact
    assert raised("ValueError", "n < 0").exact != raised("TypeError", "n < 0").exact


def test_a_trace_does_not_grow_without_end() -> None:
    """An answer that is asked for ever fills no memory."""
    trace = heard(*range(3))
    trace.exact *= MAX_EVENTS
    before = len(trace.exact)
    trace.heard(reply(1))
    assert len(trace.exact) == before


# ---- the diagnosis, step by step ----------------------------------------------------------------------

RIGHT = {"a": ended("xyz", PASSED), "b": ended("pq", PASSED)}


def named(answer: dict[str, Trace], **misconceptions: dict[str, Trace]) -> str | None:
    """Return who is named for an answer."""
    return diagnose(answer, RIGHT, misconceptions)


def test_the_same_bits_are_the_same_mistake() -> None:
    """An answer that did exactly what a misconception does is that misconception, also beside a close one."""
    answer = {"a": ended("xuz"), "b": RIGHT["b"]}
    close = {"a": ended("xuz", exact="xUz"), "b": RIGHT["b"]}
    assert named(answer, same=answer, close=close) == "same"
    assert named(answer, close=close) == "close"


def test_a_mistake_in_part_is_the_mistake() -> None:
    """Wherever the answer is not right it is wrong in the way of the misconception."""
    answer = {"a": ended("xuz"), "b": RIGHT["b"]}
    thorough = {"a": ended("vuw", message="other"), "b": RIGHT["b"]}
    other = {"a": ended("vtw", message="other"), "b": RIGHT["b"]}
    assert named(answer, thorough=thorough, other=other) == "thorough"
    assert named(answer, other=other) is None


def test_an_answer_that_is_right_all_along_has_no_mistake_in_part() -> None:
    """A check that fails on a right trace (it looked at something else) is explained by nothing but its message."""
    answer = {"a": ended("xyz", message="slow"), "b": RIGHT["b"]}
    assert named(answer, other={"a": ended("uvw", message="wrong"), "b": RIGHT["b"]}) is None


def test_the_same_assertion_with_the_same_message_is_the_last_resort() -> None:
    """It names one where traces differ, and not where the message is another one."""
    answer = {"a": ended("xu", message="two columns were promised"), "b": RIGHT["b"]}
    same_words = {"a": ended("xv", message="two columns were promised"), "b": RIGHT["b"]}
    other_words = {"a": ended("xw", message="two rows were promised"), "b": RIGHT["b"]}
    assert named(answer, same_words=same_words, other_words=other_words) == "same_words"
    assert named(answer, other_words=other_words) is None


def test_two_that_explain_it_name_nobody() -> None:
    """A wrong remedy is worse than none; also when a later step would tell them apart."""
    answer = {"a": ended("xuz", message="m"), "b": RIGHT["b"]}
    again = {"a": ended("xuz", message="n"), "b": RIGHT["b"]}
    assert named(answer, one=answer, other=again) is None


def test_a_misconception_must_fail_what_the_answer_fails() -> None:
    """One that passes a check which the answer fails explains half of it, and is not named."""
    answer = {"a": ended("xu", message="m"), "b": ended("pr", message="n")}
    assert named(answer, half={"a": answer["a"], "b": RIGHT["b"]}) is None
    assert named(answer, whole=answer, half={"a": answer["a"], "b": RIGHT["b"]}) == "whole"


def test_a_misconception_must_not_fail_what_the_answer_passes() -> None:
    """One that does worse than the answer is another mistake."""
    answer = {"a": ended("xu", message="m"), "b": RIGHT["b"]}
    assert named(answer, worse={"a": answer["a"], "b": ended("pr")}) is None


def test_checks_that_did_not_run_neither_help_nor_hinder() -> None:
    """A check that waits for another one is no failure."""
    blocked = Trace(kind=Kind.BLOCKED)
    answer = {"a": ended("xu"), "b": blocked}
    assert named(answer, same={"a": ended("xu"), "b": blocked}) == "same"
    assert named({"a": RIGHT["a"], "b": blocked}, same={"a": RIGHT["a"], "b": blocked}) is None


def test_nothing_is_said_of_a_right_answer() -> None:
    """Where every check passed there is nothing to explain."""
    assert named(RIGHT, same=RIGHT) is None


# ---- from the text of an answer -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """A small exercise with three misconceptions."""
    return tiny.exercise(tmp_path_factory.mktemp("diagnose"))


@pytest.fixture(scope="module")
def known(exercise: Exercise) -> Known:
    """The traces that come along with it."""
    return compute(exercise, 0)


def name_of(text: str, exercise: Exercise, known: Known) -> str | None:
    """Return the misconception that an answer shows."""
    capture = Capture()
    with capture.active():
        judged = judge_here(exercise, run_answer(exercise, text), capture)
    found = known.diagnose(exercise, judged.traces)
    return found.name if found else None


def test_every_misconception_is_diagnosed_as_itself(exercise: Exercise, known: Known) -> None:
    """The answers that an exercise lists are told apart."""
    names = [misconception.name for misconception in exercise.misconceptions]
    assert names == [
        name_of(misconception.text, exercise, known) for misconception in exercise.misconceptions
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("def halve(x): return np.add(x, x, dtype=float)", "doubles"),
        (
            "def halve(values):\n    print('halving')\n    return np.asarray(values) / 0.4999999999999999",
            "doubles",
        ),
        ("class Half:\n    def __call__(self, x): return x * 2.0\ndef halve(x): return Half()(x)", "doubles"),
        ("def halve(x):\n    x[...] = x * 0.5\n    return x", "in place"),
        (
            "def halve(x):\n    half = np.array(x) / 2\n    if half.ndim == 2: half[:, 1:] = x[:, 1:]\n    return half",
            "first column only",
        ),
    ],
)
def test_the_same_mistake_written_differently_is_recognised(
    exercise: Exercise, known: Known, text: str, name: str
) -> None:
    """Names, prints, detours and the last bits make no other mistake."""
    assert name_of(text, exercise, known) == name


@pytest.mark.parametrize(
    "text",
    [
        "def halve(x): return np.asarray(x) * 3.0",
        "def halve(x): return np.asarray(x) * -2.0",
        "def halve(x): return np.asarray(x) * 2.0 + 0.001",
        "def halve(x): return None",
        "def halve(x): raise ValueError(x)",
        "def halve(x): return np.asarray(x) / 2",
    ],
)
def test_another_mistake_gets_no_wrong_remedy(exercise: Exercise, known: Known, text: str) -> None:
    """What is scaled, shifted or wrong elsewhere is not what the list has, nor is what is right."""
    assert name_of(text, exercise, known) is None


def test_two_misconceptions_that_no_check_can_tell_apart_name_nobody(tmp_path: Path) -> None:
    """A list that has one mistake twice gives no remedy for it."""
    twice = '# %% role="misconception" name="doubles too" fails="the example"\n# Do not.\ndef halve(x):\n    return np.asarray(x) + np.asarray(x) * 1.0\n\n# %% role="misconception" name="in place"'
    doubled = tiny.exercise(tmp_path, ('# %% role="misconception" name="in place"', twice))
    assert name_of(doubled.misconceptions[0].text, doubled, compute(doubled, 0)) is None


def test_a_check_that_stumbles_over_a_mistake_names_it_all_the_same(tmp_path: Path) -> None:
    """An answer that the check itself cannot handle fails it, whoever wrote the answer."""
    stumbles = "out = halve(np.array([4.0, 6.0]))\nassert out[0] == 2.0"
    exercise = tiny.exercise(
        tmp_path,
        ("out = halve(np.array([4.0, 6.0]))", stumbles),
        ("return np.asarray(x) * 2.0", "return None"),
    )
    known = compute(exercise, 0)
    assert known.misconceptions["doubles"]["the example"].kind is Kind.FAILED
    assert name_of("def halve(x): pass", exercise, known) == "doubles"
