"""A handle forwards what an object does, and refuses whatever would take a learner's object for a value."""

from __future__ import annotations

import copy
import math
import operator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.boundary.handles import Handle, NotPlain
from autograder.boundary.judge_side import MAX_CROSSINGS
from autograder.errors import AnswerRaised, Refused
from tests.autograder.pairs import answering, joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.boundary.judge_side import JudgeSide

ANSWER = '''
class Number:
    """Knows every operator, and answers with what was asked."""

    def __init__(self, name): self.name = name
    def __getitem__(self, key): return [self.name, key]
    def __setitem__(self, key, value): self.name = f"{key}={value}"
    def __delitem__(self, key): self.name = f"no {key}"
    def __len__(self): return 3
    def __contains__(self, value): return value == "inside"
    def __iter__(self): return iter([1, [2], self])
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __invert__(self): return "invert"
    def __eq__(self, other): return True
    def __hash__(self): return 0
    def __float__(self): return 1.0
    def __bool__(self): return True
    def __repr__(self): return "1.0"
    def __array__(self, *_, **__): import numpy; return numpy.ones(3)
    def method(self, *args, **kwargs): return [args, kwargs]
    @property
    def fickle(self): self.reads = getattr(self, "reads", 0) + 1; return self.reads
    @property
    def broken(self): raise KeyError("nothing here")

for _name in "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift".split():
    setattr(Number, f"__{_name}__", lambda self, other, name=_name: [self.name, name, other])
    setattr(Number, f"__r{_name}__", lambda self, other, name=_name: [other, name, self.name])

x = Number("x")
other = Number("other")
def function(a, b=2): return a + b
def count():
    n = 0
    while True: yield n; n += 1
def assertion(): assert False, "mine"
def leave(): raise SystemExit(3)
def group(): raise ExceptionGroup("several", [ValueError(1)])
class Own(ValueError): pass
class Silent(Exception):
    def __str__(self): raise ValueError
def own(): raise Own("own text")
def silent(): raise Silent
def same(value): return value
class Wild:
    def __getattr__(self, name): raise KeyError(name)
wild = Wild()
class Twice:
    def __call__(self, n): return 2 * n
    def __getattr__(self, name): raise KeyError(name)
twice = Twice()
numbers = [1, 2, 3]
'''  # fmt: skip


@pytest.fixture(params=[False, True], ids=["direct", "as JSON"])
def side(request: pytest.FixtureRequest) -> JudgeSide:
    """A judge side that speaks to ANSWER."""
    return joined(ANSWER, as_json=request.param)


BINARY = "add sub mul truediv floordiv mod pow matmul and_ or_ xor lshift rshift".split()


@pytest.mark.parametrize("name", BINARY)
def test_arithmetic_is_forwarded_on_either_side(side: JudgeSide, name: str) -> None:
    """The learner's operator runs, with the operands in their order."""
    apply, x = getattr(operator, name), side.root("x")
    assert apply(x, 5) == ["x", name.strip("_"), 5]
    assert apply([1], x) == [[1], name.strip("_"), "x"]


def test_unary_operators_are_forwarded(side: JudgeSide) -> None:
    """`-x`, `+x`, `abs(x)` and `~x` give what the learner's object gives."""
    x = side.root("x")
    assert [-x, +x, abs(x), ~x] == ["neg", "pos", "abs", "invert"]


def test_items_are_forwarded(side: JudgeSide) -> None:
    """Reading, writing and deleting items, with keys of any plain kind."""
    x = side.root("x")
    assert x[1, 2:3] == ["x", (1, slice(2, 3))]
    x["k"] = 5
    assert x.name == "k=5"
    del x["k"]
    assert x.name == "no k"


def test_attributes_and_methods_are_forwarded(side: JudgeSide) -> None:
    """A method is a handle that holds its object; keyword arguments arrive by name."""
    x = side.root("x")
    x.name = "renamed"
    method = x.method
    assert (x.name, method(1, b=[2])) == ("renamed", [(1,), {"b": [2]}])


def test_an_attribute_may_differ_the_second_time(side: JudgeSide) -> None:
    """Nothing is remembered between two reads: a check reads once."""
    x = side.root("x")
    assert [x.fickle, x.fickle] == [1, 2]


def test_length_membership_and_iteration_are_forwarded(side: JudgeSide) -> None:
    """Items of an iteration are data or further handles."""
    x = side.root("x")
    first, second, third = x
    assert (len(x), "inside" in x, "outside" in x) == (3, True, False)
    assert (first, second, third is x) == (1, [2], True)


def test_a_generator_is_drawn_from_step_by_step(side: JudgeSide) -> None:
    """An endless generator gives as many items as the check asks for."""
    counted = side.root("count")()
    assert [*islice(counted, 3)] == [0, 1, 2]
    assert next(counted) == 3


def test_plain_names_of_an_answer_are_plain_values(side: JudgeSide) -> None:
    """A constant is data; a name that is not there is a NameError."""
    assert side.root("numbers") == [1, 2, 3]
    with pytest.raises(NameError):
        side.root("nowhere")


REFUSED: dict[str, Callable[[Any], Any]] = {
    "==": lambda x: x == 1,
    "!=": lambda x: x != 1,
    "== from the left": lambda x: x == 1,
    "<": lambda x: x < 1,
    "<=": lambda x: x <= 1,
    ">": lambda x: x > 1,
    ">=": lambda x: x >= 1,
    "bool": bool,
    "not": operator.not_,
    "hash": hash,
    "key of a dict": lambda x: {x: 1},
    "float": float,
    "int": int,
    "complex": complex,
    "index": operator.index,
    "item of a list": lambda x: [1, 2][x],
    "round": round,
    "floor": math.floor,
    "repr": repr,
    "str": str,
    "format": lambda x: f"{x:.2f}",
    "bytes": bytes,
    "in a list": lambda x: x in [1, 2],
    "sorted": lambda x: sorted([1, x]),
    "np.asarray": np.asarray,
    "np.array of a list": lambda x: np.array([x, x], dtype=float),
    "np.allclose": lambda x: np.allclose(x, 1),
    "np.add with out": lambda x: np.asarray(x) + 1,
    "np.testing": lambda x: np.testing.assert_allclose(x, 1),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_object_is_never_taken_for_a_value(side: JudgeSide, name: str) -> None:
    """Comparison, truth, hash, conversion, text and arrays fail the check, in words."""
    with pytest.raises(NotPlain, match="an object where a plain value was promised: your Number"):
        REFUSED[name](side.root("x"))


def test_an_object_equals_no_array(side: JudgeSide) -> None:
    """NumPy's functions are not asked of a learner's object: it could say anything."""
    with pytest.raises(NotPlain):
        np.array_equal(np.ones(3), side.root("x"))
    with pytest.raises(NotPlain):
        np.all(side.root("x"))


def test_without_a_promised_class_no_operator_is_applied(side: JudgeSide) -> None:
    """Else an object in a number's place could answer `result - expected` with 0."""
    side.arithmetic = False
    x = side.root("x")
    for ask in (lambda: x - 1.5, lambda: 1.5 - x, lambda: abs(x), lambda: 3 in x, lambda: np.ones(2) - x):
        with pytest.raises(NotPlain, match="an object where a plain value was promised: your Number"):
            ask()


def test_a_universal_function_does_not_take_a_handle(side: JudgeSide) -> None:
    """`np.add(x, 1)` is no arithmetic of the learner's."""
    with pytest.raises((TypeError, NotPlain)):
        np.add(side.root("x"), 1)


def test_a_functions_message_names_the_function(side: JudgeSide) -> None:
    """It says "your function" and its name: what the learner wrote."""
    with pytest.raises(NotPlain, match="your function function"):
        bool(side.root("function"))


def test_one_object_is_one_handle(side: JudgeSide) -> None:
    """`is` tells whether the answer gave the same object again."""
    x, same = side.root("x"), side.root("same")
    assert side.root("x") is x
    assert same(x) is x
    assert same([x, 1])[0] is x
    assert side.root("other") is not x


def test_a_copy_of_a_handle_is_the_handle(side: JudgeSide) -> None:
    """Copying tools, scikit-learn's `clone` among them, must not take it apart."""
    x = side.root("x")
    assert copy.copy(x) is x
    assert copy.deepcopy([x])[0] is x


def test_isinstance_is_what_the_other_side_claims(side: JudgeSide) -> None:
    """`isinstance(value, Value)` asks the answer, and asks nothing for other classes."""
    x, kind = side.root("x"), side.root("Number")
    assert isinstance(x, kind)
    assert not isinstance(3, kind)
    assert not isinstance(x, (int, np.ndarray))


def test_special_names_are_not_there(side: JudgeSide) -> None:
    """No protocol of Python's or NumPy's finds its hook on a handle."""
    for name in ("__array_interface__", "__len_hint__", "__sklearn_tags__", "__dict__"):
        assert not hasattr(side.root("x"), name)


def test_a_handle_is_no_context_manager(side: JudgeSide) -> None:
    """`with` is not forwarded."""
    with pytest.raises(TypeError), side.root("x"):
        pass


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("own", ValueError, "Own: own text"),
        ("assertion", AssertionError, "AssertionError: mine"),
        ("leave", SystemExit, "SystemExit: 3"),
        ("group", Exception, "ExceptionGroup: several (1 sub-exception)"),
        ("silent", Exception, "Silent: (its message cannot be shown: ValueError)"),
    ],
)
def test_a_learners_exception_comes_back_marked(side: JudgeSide, name: str, kind: type, told: str) -> None:
    """It is of the nearest type that everybody knows, and never taken for the check's own."""
    with pytest.raises(AnswerRaised) as caught:
        side.root(name)()
    assert isinstance(caught.value, kind)
    assert f"{caught.value.raised.type}: {caught.value.raised.message}" == told


def test_an_attribute_that_raises_is_the_learners_exception(side: JudgeSide) -> None:
    """A property's KeyError is a marked KeyError; a missing attribute is a marked AttributeError."""
    with pytest.raises(KeyError) as caught:
        _ = side.root("x").broken
    assert isinstance(caught.value, AnswerRaised)
    assert not hasattr(side.root("x"), "missing")


def test_an_object_that_answers_nothing_is_still_a_handle(side: JudgeSide) -> None:
    """Describing an object for messages never trips over the object's own `__getattr__`."""
    assert type(side.root("wild")) is Handle
    assert side.root("same")(side.root("wild")) is side.root("wild")
    assert side.root("twice")(4) == 8


@pytest.mark.parametrize("length", [1.5, True, -1, "3", ["list", []], None], ids=str)
def test_a_length_is_a_whole_number(length: Any) -> None:
    """An answer that says anything else of its length fails the check."""
    with pytest.raises(NotPlain, match="not a whole number"):
        len(Handle(answering("value", length, None, None), 0, ["Foo", "m", ""]))


@pytest.mark.parametrize("claim", [1, "yes", ["list", [1]], None, False], ids=str)
def test_in_and_isinstance_are_true_only_by_true(claim: Any) -> None:
    """What merely looks true is not."""
    handle = Handle(answering("value", claim, None, None), 0, ["Foo", "m", ""])
    assert 1 not in handle
    assert not isinstance(1, handle)


MALFORMED = {
    "another outcome": ("perhaps", 1, None, None),
    "too short": ("value", 1),
    "no description": ("value", ["mine", 0, None], None, None),
    "a description of numbers": ("value", ["mine", 0, [1, 2, 3]], None, None),
    "a negative number": ("value", ["mine", -1, ["Foo", "m", ""]], None, None),
    "an object of ours that was never sent": ("value", ["yours", 7], None, None),
    "an unknown generator": ("value", ["rng", 0], None, None),
    "an exception without a type": ("raised", ["dict", [], []], None, None),
    "an exception that is a number": ("raised", 5, None, None),
    "the state of no generator": ("value", 1, None, ["dict", [0], [1]]),
}


@pytest.mark.parametrize("reply", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_reply_is_refused(reply: tuple[Any, ...]) -> None:
    """Whatever an answer's side sends, the judge refuses it in one way."""
    with pytest.raises(Refused):
        answering(*reply).inquire("get", 1, "name")


replies = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.sampled_from(["value", "raised", "mine", "yours", "rng", "type"]),
    lambda inner: (
        st.lists(inner, max_size=5) | st.builds(lambda *x: ["dict", ["list", [*x]], ["list", []]], inner)
    ),
    max_leaves=12,
)


@given(st.lists(replies, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_whatever_is_replied_the_judge_survives(reply: list[Any]) -> None:
    """A reply is a value, an exception of the answer's, or the answer's failure."""
    with suppress(Refused, NotPlain, AnswerRaised):
        answering(*reply).inquire("get", 1, "name")


def test_a_check_that_never_ends_is_ended() -> None:
    """An endless iterator in a plain loop fails, also where the check forgot `take`."""
    side = answering("value", ["mine", 0, ["Foo", "m", ""]], None, None)
    handle = Handle(side, 0, ["Foo", "m", ""])
    with pytest.raises(Refused, match=f"more than {MAX_CROSSINGS:,} steps"):
        all(item is not None for item in handle)
