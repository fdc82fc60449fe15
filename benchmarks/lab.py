"""Measures how much later JupyterLab is ready when `course lab` starts it.

    python benchmarks/lab.py [RUNS]

Both start on one workspace, in turn, with nothing of the person's settings; ready means that the server hands
out pages. The peer is `jupyter lab` without our server extension.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compiled import compile_packages
from rich.console import Console
from rich.table import Table

from course.workspace import init

TOKEN = "benchmark"  # noqa: S105 - of a server that lives for seconds
FOLDERS = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "MLE_COURSE_HOME")
WITHOUT = {"ServerApp": {"jpserver_extensions": {"course.server": False}}}
TARGET = 1.0


def main() -> None:
    """Start each several times and print one row for each."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    compile_packages()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        init(root / "workspace")
        (root / "without").mkdir()
        (root / "without" / "jupyter_server_config.json").write_text(json.dumps(WITHOUT))
        found: dict[str, list[float]] = {"jupyter lab": [], "course lab": []}
        for run in range(runs + 1):
            for name, seconds in found.items():
                took = _seconds_to_ready(name, root)
                if run:  # the first start of each fills the disk's cache
                    seconds.append(took)
    Console(width=100).print(_table(runs, found))


def _seconds_to_ready(name: str, root: Path) -> float:
    port = _free_port()
    workspace = root / "workspace"
    environment = {**os.environ, **{each: str(root / each.lower()) for each in FOLDERS}}
    if name == "course lab":
        arguments = ["course", "lab", str(workspace), "--no-browser", "--port", str(port)]
    else:
        environment |= {"JUPYTER_CONFIG_PATH": str(root / "without"), "JUPYTER_TOKEN": TOKEN}
        arguments = ["jupyter", "lab", f"--ServerApp.root_dir={workspace}", f"--port={port}"]
        arguments += ["--no-browser", "--allow-root"]
    log = root / "log"
    before = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=workspace, env=environment, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        while not _answers(port):
            if process.poll() is not None:
                raise SystemExit(f"{name} ended with code {process.returncode}:\n{log.read_text()}")
            time.sleep(0.02)
        return time.monotonic() - before
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _answers(port: int) -> bool:
    """Whether the server hands out pages: without a token that is the login."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/lab", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _table(runs: int, found: dict[str, list[float]]) -> Table:
    table = Table(
        "started by", "median s", "slowest s", "later s", "target s", title=f"ready, {runs} runs each"
    )
    peer = statistics.median(found["jupyter lab"])
    for name, seconds in found.items():
        median = statistics.median(seconds)
        later = ("", "") if name == "jupyter lab" else (f"{median - peer:.2f}", f"{TARGET:.2f}")
        table.add_row(name, f"{median:.2f}", f"{max(seconds):.2f}", *later)
    return table


if __name__ == "__main__":
    main()
