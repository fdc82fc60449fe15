"""What a check lends to an answer: used on the answer's side, run and recorded on the judge's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.boundary.judge_side import JudgeSide
from autograder.boundary.wire import Message
from autograder.checks import calls_limit, lend
from autograder.errors import AnswerRaised, AuthorError, Refused
from tests.autograder.pairs import joined, of_check

ANSWER = """
kept = None

def call(f, *args): return f(*args)
def call_by_name(f, **kwargs): return f(**kwargs)
def swallow(f, *args):
    try: return f(*args)
    except BaseException as error: return type(error).__name__, str(error)
def get(o, name): return getattr(o, name)
def put(o, name, value): setattr(o, name, value)
def method(o, name, *args): return getattr(o, name)(*args)
def use(o):
    with o as entered: return entered
def apply(name, *args):
    import builtins, operator
    return (getattr(operator, name, None) or getattr(builtins, name))(*args)
def as_list(items): return list(items)
def first_two(items): return [next(items), next(items)]
def keep(f):
    global kept
    kept = f
    return f(1)
def use_kept(): return kept(2)
def give_kept(): return kept
def text(o): return repr(o)
def back(o): return [o, o]
def kind(o): return type(o).__name__
def is_connection(o):
    import sqlite3
    return isinstance(o, sqlite3.Connection)
def catch(f):
    try: f()
    except LookupError as error: return "caught", type(error).__name__, str(error)
class Mine: pass
mine = Mine()
def deep(f):
    value = []
    for _ in range(100): value = [value]
    return f(value)
def quiet_deep(f):
    try: return deep(f)
    except ValueError: return "caught"
def in_a_set(f):
    try: return f({Mine()})
    except Exception: return "caught"
"""  # fmt: skip

CHECK = """
class Money:
    currency = "EUR"
    def __init__(self, cents): self.cents, self._secret, self.log = cents, 42, []
    def __add__(self, other): return Money(self.cents + _cents(other))
    def __radd__(self, other): return Money(self.cents + _cents(other))
    def __eq__(self, other): return self.cents == _cents(other)
    def __hash__(self): return self.cents
    def __lt__(self, other): return self.cents < _cents(other)
    def __len__(self): return 3
    def __iter__(self): return iter([self.cents, 1, 2])
    def __getitem__(self, key): return ("item", key)
    def __setitem__(self, key, value): self.log.append((key, value))
    def __contains__(self, value): return value == self.cents
    def __neg__(self): return Money(-self.cents)
    def __bool__(self): return self.cents > 0
    def __float__(self): return self.cents / 100
    def __call__(self, factor, *, plus=0): return self.cents * factor + plus
    def __enter__(self): self.log.append("enter"); return 7
    def __exit__(self, *_): self.log.append("exit"); return False
    def spend(self, n): self.log.append(n); self.cents -= n; return self
    def _hidden(self): return 1
    def made(self): return object()

def _cents(value): return value.cents if isinstance(value, Money) else value

class Bare: pass

class Recorder:
    stands_for = "sqlite3.Connection"

seen = []
def record(*args, **kwargs): seen.append((args, kwargs)); return len(seen)
def fail(*_): assert False, "the check says no"
def missing(*_): raise KeyError("lost")
def group(*_): raise ExceptionGroup("several", [ValueError(1)])
def numbers():
    yield 10; yield 20; yield 30
def identity(x): return x
"""  # fmt: skip


class Meeting:
    """An answer and a check that meet at a boundary."""

    def __init__(self, *, as_json: bool) -> None:
        self.side = joined(ANSWER, as_json=as_json)
        self.check = of_check(CHECK)

    def __getitem__(self, name: str) -> Any:
        """Return a name of the check."""
        return self.check[name]

    def answer(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """Call a function of the answer's."""
        return self.side.root(name)(*args, **kwargs)


@pytest.fixture(params=[False, True], ids=["direct", "as JSON"])
def meeting(request: pytest.FixtureRequest) -> Meeting:
    """An answer meets a check."""
    return Meeting(as_json=request.param)


def test_a_callback_runs_in_the_judge(meeting: Meeting) -> None:
    """What it is called with is recorded there, and what it returns arrives."""
    assert meeting.answer("call", meeting["record"], 1, [2]) == 1
    assert meeting.answer("call_by_name", meeting["record"], key=np.arange(2)) == 2
    (first, second) = meeting["seen"]
    assert first == ((1, [2]), {})
    assert second[1]["key"].tolist() == [0, 1]


def test_an_object_keeps_its_state_in_the_judge(meeting: Meeting) -> None:
    """Methods change the check's own object, and what they return is that object again."""
    money = meeting["Money"](10)
    assert meeting.answer("method", money, "spend", 3) is money
    assert (money.cents, money.log) == (7, [3])


def test_public_attributes_are_read_and_written(meeting: Meeting) -> None:
    """Attributes of the check's own classes are open, those of the class itself included."""
    money = meeting["Money"](10)
    assert [meeting.answer("get", money, name) for name in ("cents", "currency", "log")] == [10, "EUR", []]
    meeting.answer("put", money, "cents", 5)
    assert money.cents == 5


@pytest.mark.parametrize("name", ["_secret", "_hidden", "__globals__", "__wrapped__", "no_such_name"])
def test_private_names_are_hidden(meeting: Meeting, name: str) -> None:
    """Names that begin with an underscore do not exist for an answer, to read or to write."""
    money = meeting["Money"](10)
    for lent in (money, meeting["record"], meeting["Money"]):
        with pytest.raises(AttributeError):
            meeting.answer("get", lent, name)
    with pytest.raises(AttributeError):
        meeting.answer("put", money, "_secret", 1)
    assert money._secret == 42


def test_what_a_class_says_of_itself_is_the_proxys(meeting: Meeting) -> None:
    """An answer that looks at type and text sees a proxy, which tells nothing but the name."""
    money = meeting["Money"](10)
    assert meeting.answer("kind", money) == "Money"
    assert meeting.answer("text", money) == "<Money of the check>"


def test_an_object_is_what_it_stands_for(meeting: Meeting) -> None:
    """An answer may ask for the class that the statement names, where the check lends a stand-in."""
    assert meeting.answer("is_connection", meeting["Recorder"]()) is True
    assert meeting.answer("is_connection", meeting["Bare"]()) is False


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (("add", 5), 15), (("eq", 10), True), (("ne", 10), False), (("lt", 11), True), (("contains", 10), True),
        (("getitem", 3), ("item", 3)), (("neg",), -10), (("truth",), True), (("len",), 3), (("float",), 0.1),
        (("hash",), 10), (("list",), [10, 1, 2]), (("sum",), 13), (("sorted",), [1, 2, 10]), (("max",), 10),
    ],
    ids=lambda operation: str(operation[0] if isinstance(operation, tuple) else ""),
)  # fmt: skip
def test_operators_of_a_checks_own_class_are_forwarded(
    meeting: Meeting, operation: tuple[Any, ...], expected: Any
) -> None:
    """Arithmetic, comparison, items, length, truth and iteration reach the class that defines them."""
    name, *others = operation
    got = meeting.answer("apply", name, meeting["Money"](10), *others)
    assert getattr(got, "cents", got) == expected


def test_operands_on_both_sides_find_each_other(meeting: Meeting) -> None:
    """A lent object meets a lent object, or stands on the right."""
    one, two = meeting["Money"](1), meeting["Money"](2)
    assert meeting.answer("apply", "add", one, two).cents == 3
    assert meeting.answer("apply", "add", 5, two).cents == 7


def test_calls_items_and_with_blocks_are_forwarded(meeting: Meeting) -> None:
    """An object of the check's may be called, written to, and entered."""
    money = meeting["Money"](10)
    assert meeting.answer("call", money, 3) == 30
    assert meeting.answer("use", money) == 7
    meeting.answer("apply", "setitem", money, "k", 1)
    assert money.log == ["enter", "exit", ("k", 1)]


@pytest.mark.parametrize("operation", [("add", 5), ("len",), ("iter",), ("getitem", 0), ("float",)])
def test_an_operator_that_the_class_lacks_is_a_type_error(
    meeting: Meeting, operation: tuple[Any, ...]
) -> None:
    """To an answer a lent object is as able as its class, not more."""
    name, *others = operation
    with pytest.raises(TypeError):
        meeting.answer("apply", name, meeting["Bare"](), *others)


def test_a_generator_of_the_checks_is_drawn_from_step_by_step(meeting: Meeting) -> None:
    """The judge's generator stands where the answer left it."""
    numbers = meeting["numbers"]()
    assert meeting.answer("first_two", numbers) == [10, 20]
    assert next(numbers) == 30
    assert meeting.answer("as_list", meeting["numbers"]()) == [10, 20, 30]


def test_a_generators_frame_is_hidden(meeting: Meeting) -> None:
    """The way from a generator to the check's variables is closed."""
    got = meeting.answer("swallow", meeting.side.root("get"), meeting["numbers"](), "gi_frame")
    assert got[0] == "AttributeError"


class Model:
    """A trusted object with more names than an answer should use."""

    def __init__(self) -> None:
        self.alpha = 0.5
        self.answer = 42

    def predict(self, values: Any) -> Any:
        """Double."""
        return [2 * value for value in values]

    def __len__(self) -> int:
        return 9

    def __call__(self) -> int:
        """Return the secret."""
        return self.answer


def test_lend_opens_these_names_alone(meeting: Meeting) -> None:
    """Only the names that the check lists exist for the answer, and none can be written."""
    model = lend(Model(), "predict", "alpha")
    assert meeting.answer("method", model, "predict", [1, 2]) == [2, 4]
    assert meeting.answer("get", model, "alpha") == 0.5
    with pytest.raises(AttributeError):
        meeting.answer("get", model, "answer")
    with pytest.raises(AttributeError):
        meeting.answer("put", model, "alpha", 1)
    for operation in ("len", "iter", "float"):
        with pytest.raises(TypeError):
            meeting.answer("apply", operation, model)
    with pytest.raises(TypeError):
        meeting.answer("call", model)


def test_lend_opens_operators_by_name(meeting: Meeting) -> None:
    """An operator is a name like any other."""
    model = lend(Model(), "__len__", "__call__")
    assert meeting.answer("apply", "len", model) == 9
    assert meeting.answer("call", model) == 42


@pytest.mark.parametrize("names", [(), ("_private",), ("predict", "_x")])
def test_lend_wants_public_names(names: tuple[str, ...]) -> None:
    """Lending nothing or something private is an author's mistake."""
    with pytest.raises(AuthorError):
        lend(Model(), *names)


def test_a_lent_object_that_comes_back_is_itself(meeting: Meeting) -> None:
    """`is` holds for the check's own objects, too."""
    money = meeting["Money"](1)
    first, second = meeting.answer("back", money)
    assert first is money
    assert second is money


def test_an_assert_in_a_callback_is_the_checks_failure(meeting: Meeting) -> None:
    """It fails the check whether the answer lets it through or swallows it."""
    for name in ("call", "swallow"):
        with pytest.raises(AssertionError, match="the check says no") as caught:
            meeting.answer(name, meeting["fail"])
        assert not isinstance(caught.value, AnswerRaised)


def test_too_many_calls_are_the_checks_failure(meeting: Meeting) -> None:
    """`calls_limit` counts, and the call beyond the limit fails even when it is swallowed."""
    limited = calls_limit(meeting["identity"], 2)
    assert [meeting.answer("call", limited, n) for n in range(2)] == [0, 1]
    assert limited.calls == 2
    with pytest.raises(AssertionError, match="more than 2 times"):
        meeting.answer("swallow", limited, 3)


def test_another_exception_of_a_callback_is_the_answers_to_handle(meeting: Meeting) -> None:
    """An answer may catch it by its type; what it does not catch is the answer's."""
    assert meeting.answer("catch", meeting["missing"]) == ("caught", "KeyError", "\"'lost'\"")
    with pytest.raises(KeyError) as caught:
        meeting.answer("call", meeting["missing"])
    assert isinstance(caught.value, AnswerRaised)


def test_a_group_of_exceptions_in_a_callback_arrives_as_an_exception(meeting: Meeting) -> None:
    """What cannot be rebuilt with its parts is an Exception with the same text."""
    got = meeting.answer("swallow", meeting["group"])
    assert got == ("Exception", "several (1 sub-exception)")


def test_an_answers_object_in_a_callback_is_a_handle(meeting: Meeting) -> None:
    """What the answer passes is as much its own as what it returns."""
    mine = meeting.side.root("mine")
    assert meeting.answer("call", meeting["identity"], mine) is mine
    meeting.answer("call", meeting["record"], mine)
    assert meeting["seen"][0][0][0] is mine


@pytest.mark.parametrize(
    ("name", "failure"),
    [("in_a_set", AssertionError), ("deep", AnswerRaised)],
    ids=["a set of objects", "too deep"],
)
def test_what_a_callback_cannot_take_fails_the_check(
    meeting: Meeting, name: str, failure: type[BaseException]
) -> None:
    """An argument that does not cross is the answer's failure, also where the answer swallows it."""
    with pytest.raises(failure):
        meeting.answer(name, meeting["identity"])


def test_an_answer_may_catch_what_it_could_not_send(meeting: Meeting) -> None:
    """What never left its side is an ordinary ValueError there."""
    assert meeting.answer("quiet_deep", meeting["identity"]) == "caught"


def test_a_callback_that_was_kept_is_of_no_use_later(meeting: Meeting) -> None:
    """In the next check it reaches nobody, whatever stands under its number now."""
    assert meeting.answer("keep", meeting["record"]) == 1
    meeting.side.begin([])
    meeting.answer("call", meeting["identity"], 1)
    with pytest.raises(RuntimeError, match="an earlier check") as caught:
        meeting.answer("use_kept")
    assert isinstance(caught.value, AnswerRaised)
    assert type(meeting.answer("give_kept")) is not type(meeting["record"])
    assert len(meeting["seen"]) == 1


@pytest.mark.parametrize("name", ["connection", "file", "object", "module"])
def test_what_is_not_lent_is_an_authors_mistake(meeting: Meeting, name: str) -> None:
    """Real connections, files and objects of other classes never cross by accident."""
    with closing(sqlite3.connect(":memory:")) as connection, Path(__file__).open(encoding="utf-8") as file:
        value = {"connection": connection, "file": file, "object": Model(), "module": np}[name]
        with pytest.raises(AuthorError, match="lend"):
            meeting.answer("call", meeting["identity"], value)


def test_a_checks_own_generator_is_never_handed_over(meeting: Meeting) -> None:
    """The randomness of a check stays its own: an answer gets one of `rng_for_answer`."""
    meeting.side.own_rng = np.random.default_rng(0)
    with pytest.raises(AuthorError, match="rng_for_answer"):
        meeting.answer("call", meeting["identity"], meeting.side.own_rng)


def test_a_method_that_returns_what_does_not_cross_fails_the_check(meeting: Meeting) -> None:
    """That is told after the call, even where the answer swallowed it."""
    with pytest.raises(Refused, match="lend"):
        meeting.answer("swallow", meeting.side.root("method"), meeting["Money"](1), "made")


QUESTIONS = {
    "no question": ["what", ["list", []], None],
    "not a message": 5,
    "too short": ["call"],
    "too few values": ["call", [], None],
    "a number called": ["call", [5, ["tuple", []], ["dict", [], []]], None],
    "a model called that was not lent so": ["call", [["yours", 1], ["tuple", []], ["dict", [], []]], None],
    "an operator that was not lent": ["op", ["__len__", ["tuple", [["yours", 1]]]], None],
    "a name that is no operator": ["op", ["__init__", ["tuple", [["yours", 0]]]], None],
    "an object that was never lent": ["get", [["yours", 99], "x"], None],
    "the state of no generator": ["get", [["yours", 0], "x"], ["dict", [0], [1]]],
    "a generator that nobody shares": ["get", [["rng", 3], "x"], None],
    "a library function": [
        "call",
        [["numpy:function", "numpy", "mean"], ["tuple", [1]], ["dict", [], []]],
        None,
    ],
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_question_out_of_bounds_is_the_answers_failure(question: Any) -> None:
    """A side that does not keep to the protocol gets a refusal, and the check fails after the call."""
    side = JudgeSide({})
    side._export(of_check(CHECK)["Money"](1))
    side._export(lend(Model(), "predict"))
    assert side.serve(Message(question, [])).tree[0] == "raised"
    with pytest.raises(Refused):
        side.raise_pending()
