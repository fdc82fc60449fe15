"""`check`, `hint` and `solution` as a learner meets them: in a live kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.autograder import tiny
from tests.autograder.live_kernel import CHECK, live_kernel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.autograder.live_kernel import Kernel

pytestmark = pytest.mark.xdist_group("kernel")

RIGHT = "def halve(x):\n    return np.asarray(x, dtype=float) / 2"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    """One kernel for all tests of this file."""
    folder = tmp_path_factory.mktemp("tiny")
    tiny.write(folder)
    broken = (
        ("id: halve", "id: broken"),
        ("halve", "broken"),
        ("assert close(out, [2.0, 3.0])", "1 / 0 ; assert True"),
    )
    text = tiny.TEXT
    for old, new in broken:
        text = text.replace(old, new)
    (folder / "modules" / tiny.MODULE / "e2_broken.py").write_text(text)
    with live_kernel(folder) as kernel:
        yield kernel


@pytest.fixture
def kernel(started: Kernel) -> Kernel:
    """The kernel without what the last test defined."""
    started.run("globals().pop('halve', None)")
    return started


def test_a_right_answer_gets_full_marks_and_the_explanation(kernel: Kernel) -> None:
    """A pass is one card and one float; the card explains."""
    found = kernel.check(RIGHT)
    assert found.kinds == ["display_data", "execute_result"]
    assert found.value == "2.0"
    assert "Division gives a new array" in found.text
    assert "A different way: " in found.text


def test_a_check_loads_no_notebook_library(kernel: Kernel) -> None:
    """The first check of a kernel does not pay the second that importing nbformat takes."""
    kernel.check("def halve(x):\n    return 2.0 * np.array(x)")
    kernel.check(RIGHT)
    found = kernel.run(
        "import sys; {'nbformat', 'nbconvert', 'nbgrader', 'jupytext', 'jsonschema'} & {*sys.modules}"
    )
    assert found.value == "set()"


def test_a_missing_name_says_which(kernel: Kernel) -> None:
    """Who skipped the answer cell is told to run it."""
    found = kernel.run(CHECK)
    assert found.value == "0.0"
    assert "There is no `halve` in this notebook yet" in found.text


def test_an_untouched_starter_is_no_failure(kernel: Kernel) -> None:
    """The starter is recognised as such, also with another comment in it."""
    found = kernel.check("def halve(x):\n    '''mine'''\n    raise NotImplementedError  # later")
    assert found.value == "0.0"
    assert "still the starter" in found.text
    assert "ailed" not in found.text


def test_a_wrong_value_shows_the_call_both_values_and_the_misconception(kernel: Kernel) -> None:
    """A visible check shows the smallest input, the answer, what was expected, and the diagnosis."""
    found = kernel.check("def halve(x):\n    return 2.0 * np.array(x)")
    assert found.value == "0.0"
    for fact in ("halve([4, 6]) gave [ 8. 12.]", "[2. 3.]", "Twice is not half"):
        assert fact in found.text


def test_part_of_the_points_is_paid(kernel: Kernel) -> None:
    """Each check that passes pays by itself."""
    found = kernel.check("def halve(x):\n    return np.array([2.0, 3.0])")
    assert found.value == "1.0"


def test_a_hidden_check_keeps_what_it_expects(kernel: Kernel) -> None:
    """Of a hidden check a learner reads the property, not the value that is right."""
    found = kernel.check("def halve(x):\n    return np.array([2.0, 3.0])")
    assert "is not half of every number" in found.text
    assert "Expected" not in found.text


@pytest.mark.parametrize(
    ("answer", "fact"),
    [
        ("def halve():\n    return 1", "was called with 1 argument, but yours is `halve()`"),
        ("def halve(x):\n    np.asarray(x) / 2", "Does every path through it end in a `return`?"),
        ("def halve(x):\n    y = x\n    return y.nothing", "return y.nothing"),
        ("def halve(x):\n    x /= 2\n    return x", "changed its argument `x`"),
        ("halve = 5", "`halve` is now int, not a function"),
        ("def halve(x):\n    assert False, 'mine'", "AssertionError"),
        ("def halve(x):\n    import sys; sys.exit(1)", "SystemExit"),
        ("def halve(x):\n    return (v for v in x)", "your generator"),
    ],
    ids=["arity", "return", "line", "side effect", "shadowed", "assert", "exit", "generator"],
)
def test_each_way_to_fail_has_words_of_its_own(kernel: Kernel, answer: str, fact: str) -> None:
    """The card says what happened, at the learner's own line where there is one."""
    found = kernel.check(answer)
    assert found.kinds == ["display_data", "execute_result"]
    assert fact in found.text


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n        pass",
        "while True:\n        try:\n            x = x + 1\n        except Exception:\n            pass",
        "while True:\n        try:\n            x = x + 1\n        except:\n            pass",
        "import time\n    while True:\n        try:\n            time.sleep(9)\n        except BaseException:\n            continue",
    ],
    ids=["plain", "swallows exceptions", "swallows everything", "sleeps"],
)
def test_an_endless_loop_ends_and_the_kernel_lives(kernel: Kernel, body: str) -> None:
    """The limit reaches loops that catch whatever is raised, and the next check works."""
    found = kernel.check(f"def halve(x):\n    {body}")
    assert found.value == "0.0"
    assert "still running after 1 s" in found.text
    assert kernel.check(RIGHT).value == "2.0"


def test_what_the_answer_prints_is_on_the_card_alone(kernel: Kernel) -> None:
    """Prints, logs and warnings reach the card of a failed check and never the notebook."""
    noisy = (
        "import logging, os, sys, warnings\nlogging.basicConfig()\n"
        "def halve(x):\n    print('to stdout')\n    sys.stderr.write('to stderr')\n    logging.error('to the log')\n"
        "    os.write(2, b'to the descriptor')\n    warnings.warn('careful')\n    return np.log(-1.0 * np.abs(x))"
    )
    found = kernel.check(noisy)
    assert found.kinds == ["display_data", "execute_result"]
    for fact in ("to stdout", "to stderr", "to the log", "careful", "invalid value encountered in log"):
        assert fact in found.text


def test_our_own_fault_is_called_so_and_gives_no_score(kernel: Kernel) -> None:
    """A check that goes wrong by itself raises in a few lines that do not blame the learner."""
    kernel.run("def broken(x):\n    return np.asarray(x, dtype=float) / 2")
    found = kernel.run('from autograder import check; check("broken")')
    assert found.kinds == ["display_data", "error"]
    assert "through no fault of yours" in found.error
    assert len(found.error) < 500


def test_an_unknown_id_names_the_nearest(kernel: Kernel) -> None:
    """A typo is answered with what was probably meant."""
    found = kernel.run('from autograder import check; check("halv")')
    assert found.kinds == ["display_data", "execute_result"]
    assert "'halve'" in found.text


def test_checking_leaves_random_state_and_names_as_they_were(kernel: Kernel) -> None:
    """A learner's own draws go on as if nothing had been checked, and no name appears or goes."""
    kernel.run(RIGHT)
    seeded = "import random; from autograder import check; np.random.seed(3); random.seed(3)"
    draw = "(np.random.rand(), random.random(), sorted(n for n in {*globals()} - before if n[0] != '_'))"
    kernel.run(f"before = set(); {seeded}; before = {{*globals()}}")
    undisturbed = kernel.run(draw).value
    kernel.run(seeded)
    kernel.run("points = check('halve'); del points")
    assert kernel.run(draw).value == undisturbed


def test_hints_come_one_by_one_with_new_attempts(kernel: Kernel) -> None:
    """The first hint is there for the asking; the next needs a new attempt; pressing again repeats."""
    ask = 'from autograder import hint; hint("halve")'
    first = kernel.run(ask).text
    assert kernel.run(ask).text.count("Look at the operators") == 1
    assert "Look at the operators" in first
    kernel.check("def halve(x):\n    return np.asarray(x) * 17.0")
    assert "Divide by two" in kernel.run(ask).text
    kernel.run(CHECK)
    assert "Divide by two" in kernel.run(ask).text


def test_the_solution_opens_after_a_pass(kernel: Kernel) -> None:
    """Who passed may compare."""
    kernel.check(RIGHT)
    found = kernel.run('from autograder import solution; solution("halve")')
    assert "return np.asarray(x, dtype=np.float64) / 2" in found.text
    assert "BEGIN SOLUTION" not in found.text


def test_the_solution_stays_shut_before_honest_attempts(kernel: Kernel) -> None:
    """Without a pass or three attempts it says what is missing, and opens with give_up."""
    shut = kernel.run('from autograder import solution; solution("broken")')
    assert "honest attempts" in shut.text
    assert "/ 2" not in shut.text
    assert "/ 2" in kernel.run('solution("broken", give_up=True)').text
