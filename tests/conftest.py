"""What tests of several folders share: a JupyterLab started the way a learner starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.chromium import chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    LabStarter = Callable[..., AbstractContextManager["RunningLab"]]

__all__ = ["chromium"]
READY_WITHIN = 90.0
ENDS_WITHIN = 60.0


@dataclass(frozen=True)
class RunningLab:
    """A JupyterLab that `course lab` runs, and where it can be reached."""

    process: subprocess.Popen[bytes]
    directory: Path
    address: str
    """Such as `http://127.0.0.1:8889`."""
    page: str
    """Path below the address that a browser opens first."""
    token: str
    log: Path
    environment: dict[str, str]

    def get(self, path: str) -> str:
        """Fetch a path below the address; raises `OSError` while nobody answers."""
        request = urllib.request.Request(
            f"{self.address}{path}", headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read().decode()

    def interrupt(self) -> int:
        """Press Ctrl-C: the whole group is interrupted, as by a terminal; return the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(ENDS_WITHIN)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let what grows with every exercise be run in full, which takes longer than a commit can wait."""
    parser.addoption("--thorough", action="store_true", help="judge every known answer, not a sample of them")


@pytest.fixture(scope="session")
def thorough(request: pytest.FixtureRequest) -> bool:
    """Whether every known answer is judged."""
    return request.config.getoption("--thorough")


@pytest.fixture(scope="session")
def lab_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold everything that Jupyter, IPython and Matplotlib would keep in a home folder."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def private_environment(lab_home: Path) -> dict[str, str]:
    """Return an environment in which nothing of the person's own settings and data is read or written."""
    return at_home_in(lab_home)


def at_home_in(folder: Path) -> dict[str, str]:
    """Return this process's environment with every folder of settings and data inside this one."""
    names = (
        *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR"),
        *("JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR", "MPLCONFIGDIR", "MLE_COURSE_HOME", "HOME"),
    )
    return {**os.environ, **{name: str(folder / name.lower()) for name in names}}


@pytest.fixture
def notebook_shell() -> Iterator[None]:
    """Let `display` send outputs, as in a notebook; nothing of it is left for another test."""
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.instance()
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].uninstall_repl_displayhook()
    InteractiveShell.clear_instance()


@pytest.fixture(scope="session")
def run_lab(private_environment: dict[str, str], lab_home: Path) -> LabStarter:
    """Return a context manager `run_lab(directory, *options)` around `course lab --no-browser`.

    With `command="instructor"` it is around that command. Labs share the settings and data of the
    `private_environment`, and know of each other, unless another `environment` is given.
    """

    @contextmanager
    def run(
        directory: Path,
        *options: str,
        command: str = "lab",
        environment: dict[str, str] = private_environment,
    ) -> Iterator[RunningLab]:
        log = lab_home / f"lab-{time.monotonic_ns()}.log"
        arguments = [sys.executable, "-m", "course", command, str(directory), "--no-browser", *options]
        with log.open("wb") as output:
            process = subprocess.Popen(
                arguments,
                env=environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=_hear_interrupts,  # noqa: PLW1509 - no thread of ours runs yet
            )
        try:
            yield _ready(process, directory, log, environment)
        finally:
            _end(process)

    return run


def _hear_interrupts() -> None:
    """Undo what a shell does to the programs that it starts in the background: they ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _ready(
    process: subprocess.Popen[bytes], directory: Path, log: Path, environment: dict[str, str]
) -> RunningLab:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.1)
        announced = re.findall(
            r"^JupyterLab: (http://[^/]+)(/\S+)[?&]token=(\w+)$", log.read_text(), re.MULTILINE
        )
        if announced:
            lab = RunningLab(process, directory, *announced[-1], log=log, environment=environment)
            if _answers(lab):
                return lab
    pytest.fail(f"JupyterLab was not ready within {READY_WITHIN:.0f} s. Its output:\n{log.read_text()}")


def _answers(lab: RunningLab) -> bool:
    try:
        return bool(lab.get("/api/status"))
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server and its kernels: as a group, politely first."""
    for request in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, request)
            process.wait(ENDS_WITHIN)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
