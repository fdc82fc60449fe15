"""Whatever an answer does to memory, output and stack, the card says so, and kernel and notebook stay usable.

Endless loops, also those that catch everything, are tested in `test_selfcheck`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.autograder import tiny
from tests.autograder.live_kernel import live_kernel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.autograder.live_kernel import Kernel

pytestmark = pytest.mark.xdist_group("kernel")

RIGHT = "def halve(x):\n    return np.asarray(x, dtype=float) / 2"
ALLOWED = 300 * 1024**2
MOST_HTML = 60_000


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    """One kernel for all tests; an answer may take 300 MB in it, and compute for 5 seconds."""
    folder = tmp_path_factory.mktemp("tiny")
    tiny.write(folder, ("limit: 1", "limit: 5"))
    with live_kernel(folder) as started:
        started.run(f"from autograder import memory_use; memory_use.MOST = {ALLOWED}")
        yield started


def memory_of(kernel: Kernel) -> int:
    """Return the bytes that the kernel holds."""
    return int(kernel.run("from autograder.memory_use import held; held()").value)


@pytest.mark.parametrize(
    "body",
    [
        "kept = []\n    while True:\n        kept.append(np.ones(500_000))",
        "kept = []\n    while True:\n        try:\n            kept.append(np.ones(500_000))\n        except:\n            pass",
        "kept = {}\n    for i in range(10**9):\n        kept[i] = 'x' * 10_000 + str(i)",
        "return [np.ones((len(x), 300, 300)) for _ in range(10**6)]",
    ],
    ids=["grows", "grows and catches everything", "a dict", "a comprehension"],
)
def test_what_grows_without_end_is_stopped(kernel: Kernel, body: str) -> None:
    """The card speaks of memory; afterwards the memory is free again, and the next check works."""
    before = memory_of(kernel)
    found = kernel.check(f"def halve(x):\n    {body}")

    assert found.kinds == ["display_data", "execute_result"]
    assert "Out of memory" in found.text
    assert "had taken 0.3 GB of memory" in found.text
    assert kernel.check(RIGHT).value == "2.0"
    assert memory_of(kernel) - before < ALLOWED / 2


def test_what_there_is_not_is_called_memory(kernel: Kernel) -> None:
    """One request for terabytes never gets that far."""
    found = kernel.check("def halve(x):\n    return np.ones((10**6, 10**7))")

    assert "Out of memory" in found.text
    assert kernel.check(RIGHT).value == "2.0"


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n        print('x' * 1000)",
        "print('y' * 10**8)",
        "import warnings\n    for i in range(20_000):\n        warnings.warn(f'number {i}')",
        "import os\n    for i in range(20_000):\n        os.write(1, b'z' * 1000)",
        "import sys\n    while True:\n        try:\n            sys.stderr.write('e' * 1000)\n        except:\n            pass",
    ],
    ids=[
        "prints for ever",
        "prints at once",
        "warns",
        "writes to the descriptor",
        "prints and catches everything",
    ],
)
def test_a_flood_of_output_is_one_small_card(kernel: Kernel, body: str) -> None:
    """Nothing of it reaches the notebook but its beginning, on the card."""
    found = kernel.check(f"def halve(x):\n    {body}")

    assert found.kinds == ["display_data", "execute_result"]
    assert found.value == "0.0"
    assert len(found.html) < MOST_HTML
    assert kernel.check(RIGHT).value == "2.0"


def test_endless_recursion_is_an_error_of_the_answer(kernel: Kernel) -> None:
    """The stack is as it was, and the card is no longer than any other."""
    found = kernel.check("def halve(x):\n    return halve(x)")

    assert "RecursionError" in found.text
    assert len(found.html) < MOST_HTML
    assert kernel.check(RIGHT).value == "2.0"


def test_a_thread_that_goes_on_does_not_disturb_the_next_check(kernel: Kernel) -> None:
    """What an answer left running prints to nobody's notebook while a check runs."""
    left = "import threading, time\ndef halve(x):\n    threading.Thread(target=lambda: [print('mine'), time.sleep(0.2)], daemon=True).start()\n    return 17"
    kernel.check(left)
    found = kernel.check(RIGHT)

    assert (found.kinds, found.value) == (["display_data", "execute_result"], "2.0")
