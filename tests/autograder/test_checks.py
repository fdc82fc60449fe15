"""Every helper of the checks, on a right and on a wrong answer, in both transports.

Each text in CASES is one check. It passes on REFERENCE and ends as expected on WRONG; verdict, message and
trace are the same whether the answer lives in this process or in a child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from autograder.checks import calls_limit, close, kind, take
from autograder.verdict import Kind
from tests.autograder import tiny
from tests.autograder.transports import in_both, with_checks

if TYPE_CHECKING:
    from pathlib import Path

    from course.exercise import Exercise
    from tests.autograder.transports import Outcomes

SET_UP = ("import numpy as np\n", """import random
from dataclasses import dataclass
from enum import Enum
import numpy as np

@dataclass
class Point:
    x: float
    y: float = 0.0

class Side(Enum):
    LEFT = "left"
    RIGHT = "right"
""")  # fmt: skip

REFERENCE = """
def halve(x): return x / 2
def noise(rng, n): return rng.normal(size=n)
def lazy(rng): yield from iter(lambda: int(rng.integers(1000)), None)
def checked(n):
    if n < 0: raise ValueError("n must not be negative")
    if n > 9: raise KeyError("n must be a digit")
    return n
def added(x): return x + 1
def part(x): return x[1:].copy()
def draws(n): return list(range(n))
def shuffled(n): return np.arange(n)[::-1].copy()
def quiet(x): return x * 1.0
def small(n): return n
def rows(n): return [[0] for _ in range(n)]
def history(n): return [np.full(2, i) for i in range(n)]
def counted(n): return (i for i in range(n))
def used(f, x): return f(x) + 1
def bought(shop): return shop.price * 2
def sold(shop): return shop.price * 2
def summed(values): return sum(values)
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop()
    def __len__(self): return len(self.items)
class Money:
    def __init__(self, cents): self.cents = cents
    def __add__(self, other): return Money(self.cents + other.cents)
query = "SELECT name FROM people WHERE age > 30 ORDER BY name"
def bars(ax, heights):
    ax.bar(range(len(heights)), heights)
    ax.set_title("Heights")
def total(x): return np.sum(x)
def moved(p): return Point(p.x + 1, p.y)
def turned(side): return Side.LEFT if side is Side.RIGHT else Side.RIGHT
def said(x): return x
def priced(cents): return cents
def first_line(path):
    with open(path, encoding="cp1252") as lines: return next(lines).strip()
"""  # fmt: skip

WRONG = """
import warnings, itertools

def halve(x): return x * 2
def noise(rng, n): rng.normal(); return rng.normal(size=n)
def lazy(rng):
    values = [int(v) for v in rng.integers(1000, size=50)]
    yield from values
def checked(n):
    if n < -1: raise TypeError("n must not be negative")
    if n > 9: raise KeyError("too large")
    return n
def added(x):
    x += 1
    return x
def part(x): return x[1:]
def draws(n):
    drawn = []
    while len(drawn) < n: drawn.append(random.random())
    return drawn
def shuffled(n): return np.random.permutation(n)
def quiet(x): warnings.warn("careful", RuntimeWarning); return x * 1.0
def small(n): return len([0] * 2_000_000) and n
def rows(n): return [[0]] * n
def history(n):
    state, found = np.zeros(2), []
    for i in range(n):
        state[:] = i
        found.append(state[:])
    return found
def counted(n): return itertools.count()
def used(f, x): return f(x) + f(x) - f(x) + 1
def bought(shop): return shop._cost * 2
def sold(shop): return shop.stock * 2
def summed(values): return len(list(values))
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop(0)
    def __len__(self): return 7
class Money:
    def __init__(self, cents): self.cents = cents
    def __add__(self, other): return self
query = "PRAGMA table_info(people)"
def bars(ax, heights):
    import matplotlib.pyplot as plt
    plt.bar(range(len(heights)), heights)
def total(x):
    result = 0
    for value in x: result += value
    return result
def moved(p): p.x += 1; return p
def turned(side): return "left"
def said(x): print("said", x); return x + 1
def priced(cents): return Money(cents)
def first_line(path):
    with open(path, encoding="latin-1") as lines: return next(lines).strip()
"""  # fmt: skip

SHARED = """
class Recorder:
    def __init__(self): self.seen = []
    def __call__(self, x): self.seen.append(x); return x * 10

class Shop:
    price = 5
    stock = 7
    _cost = 3
"""  # fmt: skip

CASES = {
    "plain asserts": (
        "x = np.array([2.0, 4.0])\nassert halve(x).tolist() == [1, 2], f'halve gave {halve(x)}'",
        Kind.FAILED, "halve gave [4. 8.]",
    ),
    "rng": (
        "x = rng.normal(size=3)\nassert close(halve(x), x / 2), f'not half of {x}'",
        Kind.FAILED, "not half of [",
    ),
    "rng_for_answer, seeded": (
        (
            "got = noise(rng_for_answer(3), 2)\nwant = np.random.Generator(np.random.PCG64(3)).normal(size=2)\n"
            "assert got.tolist() == want.tolist(), 'other numbers'"
        ),
        Kind.FAILED, "other numbers",
    ),
    "rng_for_answer is kept in step": (
        (
            "r = rng_for_answer()\nnoise(r, 2)\nstate = r.bit_generator.state\n"
            "twin = np.random.Generator(np.random.PCG64())\ntwin.bit_generator.state = state\n"
            "assert noise(r, 3).tolist() == reference.noise(twin, 3).tolist(), 'out of step'"
        ),
        Kind.FAILED, "out of step",
    ),
    "rng_for_answer with a lazy generator": (
        (
            "r, twin = rng_for_answer(5), rng_for_answer(5)\nnumbers = lazy(r)\n"
            "for _ in range(4): assert next(numbers) == twin.integers(1000), 'it looks ahead'\n"
            "assert r.bit_generator.state == twin.bit_generator.state, 'it looks ahead'"
        ),
        Kind.FAILED, "it looks ahead",
    ),
    "close": (
        "assert close(halve(np.array([1.0])), [0.5]), 'not close'",
        Kind.FAILED, "not close",
    ),
    "kind": (
        "got = turned(Side.LEFT)\nassert kind(got) == 'Side', f'a Side was promised, not {kind(got)}'",
        Kind.FAILED, "a Side was promised, not str",
    ),
    "raises": (
        "with raises(ValueError, match='negative'): checked(-1)",
        Kind.FAILED, "`checked(n)` returned -1, where `ValueError` was promised.",
    ),
    "raises: another type": (
        "with raises(ValueError, OverflowError): checked(-2)",
        Kind.FAILED, "`checked(n)` raised TypeError: n must not be negative, where `ValueError` or `OverflowError` was promised.",
    ),
    "raises: another message": (
        "with raises(LookupError, match='digit'): checked(10)",
        Kind.FAILED, "does not say 'digit'.",
    ),
    "pure: a changed argument": (
        "assert close(pure(added, np.zeros(2)), [1, 1])",
        Kind.FAILED, "`added(x)` changed its argument `x`.",
    ),
    "pure: a result that shares memory": (
        "assert close(pure(part, np.arange(3)), [1, 2])",
        Kind.FAILED, "the result shares its memory with `x`",
    ),
    "pure: the global random state": (
        "pure(draws, 2)",
        Kind.FAILED, "`draws(n)` touched the global random state",
    ),
    "unchanged": (
        "with unchanged(): added(np.zeros(2))",
        Kind.FAILED, "`added(x)` changed its argument `x`.",
    ),
    "unchanged: a dataclass": (
        "with unchanged(): moved(Point(1.0))",
        Kind.FAILED, "`moved(p)` changed its argument `p`.",
    ),
    "random_untouched": (
        "with random_untouched(): draws(2)",
        Kind.FAILED, "`draws(n)` touched the global random state",
    ),
    "random_untouched: NumPy's": (
        "with random_untouched(): shuffled(3)",
        Kind.FAILED, "`shuffled(n)` touched the global random state",
    ),
    "no_warnings": (
        "with no_warnings(): quiet(1.0)",
        Kind.FAILED, "`quiet(x)` warned: RuntimeWarning: careful",
    ),
    "memory_below": (
        "with memory_below(1e6): small(3)",
        Kind.MEMORY, "`small(n)` used ",
    ),
    "separate": (
        "assert separate(rows(3)) == [[0], [0], [0]]",
        Kind.FAILED, "the result[0] and the result[1] are the same object in memory",
    ),
    "separate: arrays": (
        "assert len(separate(history(3))) == 3",
        Kind.FAILED, "the result[0] and the result[1] are the same object in memory",
    ),
    "take": (
        "assert take(counted(3), 5) == [0, 1, 2]",
        Kind.FAILED, "your iterator gave more than 5 items.",
    ),
    "calls_limit": (
        "f = calls_limit(lambda x: x, 1)\nassert used(f, 2) == 3\nassert f.calls == 1",
        Kind.FAILED, "your code called the function more than once.",
    ),
    "a recording callback": (
        "f = Recorder()\nused(f, 2)\nassert f.seen == [2], f'it was called with {f.seen}'",
        Kind.FAILED, "it was called with [2, 2, 2]",
    ),
    "a library function as an argument": (
        "assert used(np.negative, 2) == -1\nassert used(np.square, 3) == 10 and summed(iter([1, 2])) == 3, 'no sum'",
        Kind.FAILED, "no sum",
    ),
    "an object of the check's own class": (
        "assert bought(Shop()) == 10",
        Kind.RAISED, "`bought(shop)` raised AttributeError: 'Shop' object has no attribute '_cost'",
    ),
    "lend": (
        "assert sold(lend(Shop(), 'price')) == 10",
        Kind.RAISED, "`sold(shop)` raised AttributeError: ",
    ),
    "a generator of the check's": (
        "assert summed(n for n in [1, 2, 4]) == 7, 'no sum'",
        Kind.FAILED, "no sum",
    ),
    "script": (
        (
            "results = script(Stack(), [('push', 1), ('push', 2), ('pop',), ('=len',), ('pop',), ('pop',)])\n"
            "assert results == [(True, None), (True, None), (True, 2), (True, 1), (True, 1), (False, 'IndexError')], results"
        ),
        Kind.FAILED, "[(True, None), (True, None), (True, 1), (True, 7), (True, 2), (False, 'IndexError')]",
    ),
    "database": (
        (
            "db = database('CREATE TABLE people (name, age)', ('INSERT INTO people VALUES (?, ?)', [('Ada', 36), ('Bo', 7)]))\n"
            "assert db.execute(query).fetchall() == [('Ada',)]"
        ),
        Kind.FAILED, "The check could not work with what your code returned (DatabaseError: not authorized)",
    ),
    "draw": (
        (
            "d = draw(bars, [1, 2])\nassert not d['elsewhere'], d['elsewhere'][0]\n"
            "assert sum(bar[3] for bar in d['bars']) == d['bar_groups'][0]['values'].sum() == 3 and d['title'] == 'Heights'"
        ),
        Kind.FAILED, "another axes of the figure changed",
    ),
    "mentions": (
        "found = mentions('while', 'random', '.sum', 'nowhere')\nassert found == {'.sum'}, f'it mentions {sorted(found)}'",
        Kind.FAILED, "it mentions ['random', 'while']",
    ),
    "operators and identity": (
        (
            "a, b = Money(1), Money(2)\nassert isinstance(a, Money)\nassert (a + b) is not a, 'the same object'\n"
            "assert (a + b).cents == 3"
        ),
        Kind.FAILED, "the same object",
    ),
    "a dataclass and an enum of the set-up": (
        "assert moved(Point(1.0, 2.0)) == Point(2.0, 2.0)\nassert turned(Side.LEFT) is Side.RIGHT, 'another side'",
        Kind.FAILED, "another side",
    ),
    "file": (
        (
            "for text in ('5 €', '6 €'):\n"
            "    got = first_line(file('sums.txt', f'{text}\\nrest'.encode('cp1252')))\n"
            "    assert got == text, f'the file says {text}'"
        ),
        Kind.FAILED, "the file says 5 €",
    ),
    "an object where a value was promised": (
        "assert priced(3) == 3",
        Kind.FAILED, "an object where a plain value was promised: your Money",
    ),
    "what was printed": (
        "assert said(2) == 2, 'not the same'",
        Kind.FAILED, "not the same",
    ),
}  # fmt: skip

FAULTS = {
    "the check's own rng": ("noise(rng, 2)", "pass rng_for_answer()"),
    "a file": (
        "import os\nwith open(os.devnull) as file: said(file)",
        "a check passed a TextIOWrapper to the answer",
    ),
    "a file in a folder": ("first_line(file('../sums.txt', b''))", "file() needs a name without a folder"),
    "lend without a name": ("lend(Shop())", "lend() needs the public names"),
    "lend with a private name": ("lend(Shop(), '_cost')", "lend() needs the public names"),
    "separate on another value": ("separate([1, 2])", "separate() needs the very value"),
    "a name that is not there": ("halved(3)", "NameError"),
}
"""Checks that break the rules for checks, and what the author reads."""


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """All checks of this file, in one exercise."""
    texts = {name: case[0] for name, case in {**CASES, **FAULTS}.items()}
    parsed = tiny.exercise(tmp_path_factory.mktemp("checks"), SET_UP)
    return with_checks(parsed, texts, reference=REFERENCE, shared=SHARED, limit=60.0)


@pytest.fixture(scope="module")
def right(exercise: Exercise) -> Outcomes:
    """The reference, judged in both transports."""
    return in_both(exercise, REFERENCE)


@pytest.fixture(scope="module")
def wrong(exercise: Exercise) -> Outcomes:
    """The wrong answer, judged in both transports."""
    return in_both(exercise, WRONG)


@pytest.mark.parametrize("name", CASES)
def test_a_right_answer_passes(right: Outcomes, name: str) -> None:
    """What the helper asks for is there, and earns the points."""
    verdict = right.local[name].verdict
    assert (verdict.kind, verdict.message, verdict.points) == (Kind.PASSED, "", 2)


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_answer_ends_as_it_should(wrong: Outcomes, name: str) -> None:
    """Kind and message say what was wrong, and no point is earned."""
    _, expected, said = CASES[name]
    verdict = wrong.local[name].verdict
    assert (expected, 0) == (verdict.kind, verdict.points)
    assert said in verdict.message


@pytest.mark.parametrize("name", FAULTS)
def test_a_check_that_breaks_the_rules_is_our_fault(right: Outcomes, wrong: Outcomes, name: str) -> None:
    """Whatever the answer is, the author reads what to do and no learner is told to be wrong."""
    for verdict in (right.local[name].verdict, wrong.local[name].verdict):
        assert (verdict.kind, verdict.points) == (Kind.BROKEN, 0)
        assert FAULTS[name][1] in verdict.message


@pytest.mark.parametrize("name", [*CASES, *FAULTS])
def test_both_transports_say_the_same(right: Outcomes, wrong: Outcomes, name: str) -> None:
    """Verdict, message, evidence and trace do not tell where the answer lives."""
    for outcomes in (right, wrong):
        assert outcomes.local[name].verdict == outcomes.process[name].verdict
        assert outcomes.local[name].trace == outcomes.process[name].trace


def test_what_a_call_printed_is_shown(wrong: Outcomes) -> None:
    """The card of a failed check has what the learner's code printed in its last call."""
    assert wrong.process["what was printed"].verdict.output.stdout == "said 2\n"


def test_an_endless_answer_costs_one_check(tmp_path: Path) -> None:
    """The check that meets the loop times out, and the next one finds the answer alive again."""
    texts = {"loops": "lasts(True)", "goes on": "assert lasts(False) == 3"}
    endless = "def lasts(endless):\n    while endless: pass\n    return 3\n"
    reference = "def lasts(endless): return 3\n"
    exercise = with_checks(tiny.exercise(tmp_path, SET_UP), texts, reference=reference, limit=1.0)
    outcomes = in_both(exercise, endless)
    for found in (outcomes.local, outcomes.process):
        assert [outcome.verdict.kind for outcome in found.values()] == [Kind.TIMEOUT, Kind.PASSED]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (1.0, 1.0 + 1e-10, True),
        (1.0, 1.0 + 1e-8, False),
        (0.0, 1e-13, True),
        ([1, 2], np.array([1.0, 2.0]), True),
        ([1.0, np.nan, np.inf], [1.0, np.nan, np.inf], True),
        ([np.inf], [-np.inf], False),
        (np.zeros((2, 1)), np.zeros(2), False),
        (np.ones(2), 1.0, False),
        (True, 1, True),
        ("1", "1", False),
        (None, None, False),
        ([[1], [1, 2]], [[1], [1, 2]], False),
        (np.array([1.0], dtype=object), [1.0], False),
    ],
)
def test_close_compares_numbers_of_one_shape(one: Any, other: Any, expected: bool) -> None:  # noqa: FBT001
    """Within tolerance, NaN equal to NaN, and never true of what has another shape or is not numeric."""
    assert expected is close(one, other)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.zeros((3, 2)), "ndarray float64 (3, 2)"),
        (np.float64(1), "np.float64"),
        (1.0, "float"),
        (None, "None"),
        ([1, 2, 3], "list of 3"),
    ],
)
def test_kind_tells_types_apart_that_look_alike(value: Any, expected: str) -> None:
    """A message can say which of them came back."""
    assert expected == kind(value)


def test_take_gives_all_items_or_fails() -> None:
    """An iterator may have as many items as asked for, and none more."""
    assert take(iter(range(2)), 2) == [0, 1]
    with pytest.raises(AssertionError, match="more than 2 items"):
        take(iter(range(3)), 2)


def test_calls_limit_counts_and_passes_on() -> None:
    """The function behind it gets its arguments, and `.calls` tells how often it was called."""
    limited = calls_limit(lambda x, *, y: (x, y), 2)
    assert [limited(1, y=2), limited(3, y=4)] == [(1, 2), (3, 4)]
    assert limited.calls == 2
    with pytest.raises(AssertionError, match="more than 2 times"):
        limited(5, y=6)
