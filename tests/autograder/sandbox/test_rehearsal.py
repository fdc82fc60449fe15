"""What every submission begins with is run once, where no fork could tell the difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from autograder.sandbox.confine import Limits
from autograder.sandbox.forks import RehearsalTask, Sandbox
from autograder.sandbox.isolation import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.sandbox.forking import Client

pytestmark = [
    pytest.mark.xdist_group("rehearsal"),
    pytest.mark.skipif(
        not all(item.there for item in findings()), reason="this machine cannot isolate learners' code"
    ),
]
FILES = {"data/values.csv": b"1,2,3"}
LOADING = "import pathlib\nvalues = pathlib.Path('data/values.csv').read_text()\nhere = pathlib.Path.cwd()"


@dataclass(frozen=True)
class Forks:
    """One side, and how its forks are made."""

    client: Client

    def say(self, *sources: str) -> list[str]:
        """Run cells in a new fork, in its folder; returns what the last one printed."""
        fork = self.client.fork()
        try:
            fork.channel.send(["folder", "week1", {"data/values.csv": "MSwyLDM="}])
            fork.channel.receive()
            reply: Any = None
            for source in sources:
                fork.channel.send(["run", source, 5.0])
                reply = fork.channel.receive()
            return "".join(item.get("text", item.get("evalue", "")) for item in reply["outputs"]).split()
        finally:
            fork.end()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Both zygotes, with NumPy."""
    with Sandbox(walls=True, modules=["numpy"], limits=Limits(cell_seconds=5.0)) as started:
        yield started.wait()


def rehearsed(sandbox: Sandbox, *cells: str) -> Forks | None:
    """Rehearse cells; returns the learner's side, if its forks may go on from there."""
    sandbox.rehearse("week1", RehearsalTask(FILES, cells, 5.0), judges_too=False).wait()
    client = sandbox.rehearsed["week1"].learner_client()
    return Forks(client) if client else None


def test_a_fork_finds_what_was_loaded_in_the_folder_that_it_would_have(sandbox: Sandbox) -> None:
    """Names, files and the working directory are those of a fork that ran the cells itself."""
    forks = rehearsed(sandbox, LOADING)
    assert forks is not None
    asked = "print(values, here == pathlib.Path.cwd(), here.joinpath('data/values.csv').read_text())"
    assert forks.say(asked) == ["1,2,3", "True", "1,2,3"]
    plain = Forks(sandbox.learners.client())
    assert plain.say(LOADING, "print(here)") == forks.say("print(here)")


def test_what_a_cell_showed_is_kept(sandbox: Sandbox) -> None:
    """Every submission's notebook gets the outputs of the cells that were run for it."""
    assert rehearsed(sandbox, "1 + 1", "print('loaded')")
    first, second = sandbox.rehearsed["week1"].learners.outputs
    assert first[0]["data"]["text/plain"] == "2"
    assert second[0]["text"] == "loaded\n"


def test_forks_share_nothing_afterwards(sandbox: Sandbox) -> None:
    """What one fork changes, no other one sees."""
    forks = rehearsed(sandbox, "values = [1]")
    assert forks is not None
    assert forks.say("values.append(2)", "print(values)") == ["[1,", "2]"]
    assert forks.say("print(values)") == ["[1]"]


@pytest.mark.parametrize(
    ("seeding", "draw", "alike"),
    [
        ("import numpy as np", "np.random.random()", False),
        ("import numpy as np; np.random.seed(3)", "np.random.random()", True),
        ("import random", "random.random()", False),
        ("import random; random.seed(3)", "random.random()", True),
        ("import random, numpy as np; np.random.seed(3)", "random.random()", False),
        ("import random, numpy as np; random.seed(3)", "np.random.random()", False),
    ],
)
def test_random_numbers_are_as_random_as_the_cells_left_them(
    sandbox: Sandbox, seeding: str, draw: str, *, alike: bool
) -> None:
    """A seed that the instructor set holds; without one, every submission draws its own numbers."""
    forks = rehearsed(sandbox, seeding)
    assert forks is not None
    one, other = (forks.say(f"print({draw})") for _ in range(2))
    assert (one == other) is alike
    if alike:
        assert one == Forks(sandbox.learners.client()).say(seeding, f"print({draw})")


@pytest.mark.parametrize(
    "cell",
    [
        "1 / 0",
        "def broken(:",
        "import sys; sys.exit()",
        "open('made.txt', 'w').write('here')",
        "open('data/values.csv', 'a').write(',4')",
        "opened = open('data/values.csv')",
        "import threading, time; threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
        "import subprocess; subprocess.Popen(['sleep', '9'])",
        "import os; os.chdir('data')",
        "import tempfile; tempfile.mkstemp()",
        "while True: pass",
    ],
)
def test_what_leaves_something_behind_is_run_by_every_fork(sandbox: Sandbox, cell: str) -> None:
    """An error, a file, a descriptor, a thread, a process, another folder, a cell without an end."""
    sides = sandbox.rehearse("week1", RehearsalTask(FILES, ["x = 1", cell], 5.0), judges_too=True)
    sides.wait()
    assert (sides.learner_client(), sides.judge_client()) == (None, None)
