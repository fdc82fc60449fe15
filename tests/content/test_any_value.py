"""Whatever an answer returns, it is judged: it is wrong, it is not our fault, and it has a card.

With `--thorough` on all values below, otherwise on one in five, others for each exercise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.verdict import Kind
from course.catalog import load_all
from course.source import starter
from tests.content.in_kernel import in_kernel, together

if TYPE_CHECKING:
    from course.exercise import Exercise

EXERCISES = {exercise.id: exercise for exercise in load_all()}
LIBRARIES = "import datetime\nimport decimal\nimport fractions\n\nimport numpy as np\nimport pandas as pd\n"
VALUES = (
    *("10**5000", "range(10**12)", "float('nan')", "-float('inf')", "-1.5", "1j", "'x' * 100_000", "b'x'"),
    *("[]", "[[], [[]]]", "[object()] * 3", "(1, [2])", "(None, None)", "{}", "{1: 2, 'a': [1]}", "{1, 'a'}"),
    *("object()", "int", "lambda *args: 3", "(i for i in 'ab')", "iter([1, 2])", "datetime.date(2024, 1, 1)"),
    *("decimal.Decimal('sNaN')", "fractions.Fraction(1, 3)", "np.int64(3)", "np.zeros(())", "np.ones(3) * 1j"),
    *("np.array([None, 'a'])", "np.array(['a', 'b'])", "np.array(['2024-01-01'], dtype='M8[D]')"),
    *("np.empty((0, 3))", "np.full((3, 4), np.nan)", "np.zeros((2, 2, 2))", "np.arange(5, dtype='u1')"),
    *("[np.zeros(2)]", "pd.DataFrame({'a': [1, 2], 'b': ['x', None]})", "pd.DataFrame()", "pd.Timestamp(0)"),
    *("pd.DataFrame([[1, 2]], columns=['a', 'a'])", "pd.Series([object(), 1])", "(pd.DataFrame({'a': [1]}), {})"),
    *("pd.Series(['a', 'b'], dtype='category')", "pd.DataFrame({'a': [1]}, index=[[1], [2]])"),
)  # fmt: skip


def returning(exercise: Exercise, value: str) -> str:
    """Return the text of an answer that returns a value, or of a class whose every attribute it is."""
    if starter(exercise).startswith("class"):
        methods = "def __init__(self, *_, **__): pass", f"def __getattr__(self, _): return {value}"
        return "\n    ".join([f"{LIBRARIES}\nclass {exercise.id}:", *methods])
    return f"{LIBRARIES}\ndef {exercise.id}(*_, **__):\n    return {value}"


@pytest.mark.parametrize("name", [pytest.param(name, marks=together(name)) for name in EXERCISES])
def test_any_value_is_judged(name: str, thorough: bool) -> None:  # noqa: FBT001 - a fixture
    """None that knows nothing of the question passes."""
    place = [*EXERCISES].index(name)
    for value in VALUES if thorough else VALUES[place % 5 :: 5]:
        kinds = {kind for _, kind, _ in in_kernel(name, returning(EXERCISES[name], value))}
        assert kinds != {Kind.PASSED}, value
        assert Kind.BROKEN not in kinds, value
