"""What this machine offers is found by trying, as root and as anybody else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import isolation

TRY = "from autograder.sandbox import isolation; print([item.name for item in isolation.findings() if not item.there])"
AS_SOMEBODY = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]


def works(command: list[str]) -> bool:
    """Whether a command runs here."""
    return (
        shutil.which(command[0]) is not None
        and not subprocess.run([*command, "true"], check=False).returncode
    )


def test_bubblewrap_that_is_absent_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to look up what the package is called."""
    monkeypatch.setattr(
        isolation.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    finding = isolation._bubblewrap()
    assert not finding.there
    assert finding.remedy == "sudo apt-get install bubblewrap"


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")
@pytest.mark.skipif(not works(AS_SOMEBODY), reason="this machine has no user namespaces")
def test_a_user_without_rights_finds_what_root_finds() -> None:
    """Nobody has to be root to grade."""
    root = str(Path(__file__).parents[3])
    environment = {"PYTHONPATH": root, "PATH": "/usr/bin:/bin"}
    said = [
        subprocess.run(
            [*before, sys.executable, "-c", TRY], env=environment, capture_output=True, text=True, check=True
        ).stdout
        for before in ([], AS_SOMEBODY)
    ]
    assert said[0] == said[1]
