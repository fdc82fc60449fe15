"""`course lab` opens JupyterLab on a workspace, whatever the machine looks like."""

from __future__ import annotations

import json
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from course import lab
from course.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("lab")


def rival_socket() -> socket.socket:
    """Return a socket that can take a port which another server left a moment ago."""
    rival = socket.socket()
    rival.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return rival


@pytest.fixture
def usual_port_taken() -> Iterator[int]:
    """Occupy JupyterLab's usual port, unless somebody else already does."""
    with rival_socket() as server:
        try:
            server.bind((lab.HOST, lab.USUAL_PORTS[0]))
            server.listen()
        except OSError:
            pass
        yield lab.USUAL_PORTS[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to be, with a name that breaks careless code."""
    return tmp_path / "cours d'été" / "my work"


@pytest.mark.skipif(sys.platform == "win32", reason="ends the server by a POSIX signal to its group")
def test_it_starts_again_and_again_beside_another_server(
    run_lab: Callable[..., AbstractContextManager], folder: Path, usual_port_taken: int
) -> None:
    """With the usual port taken and a difficult path, its address works and Ctrl-C ends it with 0."""
    for _ in range(2):
        with run_lab(folder) as server:
            notebooks = json.loads(server.get("/api/contents"))["content"]
            assert not server.address.endswith(f":{usual_port_taken}")
            assert "jupyter-config-data" in server.get(server.page)
            assert sorted(entry["name"] for entry in notebooks) == sorted(
                path.name for path in folder.iterdir() if not path.name.startswith(".")
            )
            assert server.interrupt() == 0


def test_another_port_is_taken_when_somebody_else_gets_there_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people who start at the same moment on one machine both get a server, and an address that is theirs."""
    folder.mkdir(parents=True)
    addresses: list[str] = []
    rival = rival_socket()

    def run(_: list[str], session: lab.Session) -> int:
        if len(addresses) > 1:
            return 0
        rival.bind((lab.HOST, session.port))
        rival.listen()
        return 1

    monkeypatch.setattr(lab, "_run", run)
    with rival:
        code = lab.start(folder, announce=addresses.append)

    assert code == 0
    assert len({address.partition("?")[0] for address in addresses}) == 2


def test_a_server_that_fails_for_another_reason_is_not_started_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a lost race for the port is worth another try; any other exit code is handed on."""
    folder.mkdir(parents=True)
    addresses: list[str] = []
    monkeypatch.setattr(lab, "_run", lambda *_: 3)

    assert lab.start(folder, announce=addresses.append) == 3
    assert len(addresses) == 1


def test_a_port_asked_for_and_taken_is_reported(folder: Path, usual_port_taken: int) -> None:
    """`--port` never silently becomes another port."""
    folder.mkdir(parents=True)

    with pytest.raises(WorkspaceError, match=f"Port {usual_port_taken} is taken"):
        lab.start(folder, usual_port_taken)


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_cannot_exist_is_reported(folder: Path, port: int) -> None:
    """A mistyped port is a message, not a traceback."""
    with pytest.raises(WorkspaceError, match="expected a free one"):
        lab.start(folder, port)


def test_the_first_visit_opens_the_first_lesson(folder: Path) -> None:
    """A new learner lands in a notebook; afterwards JupyterLab restores what was open."""
    (folder / "01_été").mkdir(parents=True)
    (folder / "01_été/lesson.ipynb").touch()
    assert lab.first_page(folder) == "/lab/tree/01_%C3%A9t%C3%A9/lesson.ipynb"

    (folder / lab.LAYOUT).mkdir(parents=True)
    assert lab.first_page(folder) == "/lab"


def test_a_workspace_without_notebooks_still_opens(folder: Path) -> None:
    """An edition without content opens on the file browser."""
    folder.mkdir(parents=True)

    assert lab.first_page(folder) == "/lab"


def test_the_token_is_not_on_the_command_line(folder: Path) -> None:
    """Other people on the machine can list command lines, and must not find the key there."""
    session = lab.Session(folder, 8888, "secret", "/lab")

    assert not any("secret" in argument for argument in lab.command(session, browser=True))
    assert "secret" in session.url
