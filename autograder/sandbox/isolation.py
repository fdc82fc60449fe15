"""What isolation this machine offers, found by trying, and what brings what is missing."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache

from autograder.errors import SandboxUnavailable
from autograder.sandbox import seccomp
from autograder.sandbox.view import PACKAGES, bubblewrap

_PROBE = """
import os, sys
sys.path.insert(0, sys.argv[1])
from autograder.sandbox import syscalls
from autograder.sandbox.confine import Limits, confine
own = os.open("/proc/self/ns/pid", os.O_RDONLY)
syscalls.unshare(syscalls.CLONE_NEWPID)
child = os.fork()
if child == 0:
    confine(Limits(), walls=True, ours=True)
    os._exit(0)
syscalls.enter_namespace(own, syscalls.CLONE_NEWPID)
sys.exit(os.waitpid(child, 0)[1] != 0)
"""
"""Does once what every fork of a zygote does."""
_INSTALLERS = {
    "apt-get": "sudo apt-get install",
    "dnf": "sudo dnf install",
    "pacman": "sudo pacman -S",
    "apk": "sudo apk add",
    "zypper": "sudo zypper install",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that isolation needs."""

    name: str
    there: bool
    detail: str
    remedy: str = ""
    """A command, or a sentence where no command helps."""


@cache
def findings() -> tuple[Finding, ...]:
    """Try each thing that isolation needs, in the order in which they build on each other."""
    linux = sys.platform == "linux"
    found = [
        Finding(
            "Linux", linux, platform.platform(), "" if linux else "Grade on Linux, or in a Linux container."
        )
    ]
    if linux:
        found.append(_bubblewrap())
        found.append(_system_calls())
    if linux and found[1].there:
        found.append(_namespaces())
    return tuple(found)


def require_walls() -> None:
    """Raise `SandboxUnavailable` with every reason where learners' code cannot be isolated here."""
    missing = [item for item in findings() if not item.there]
    if missing:
        reasons = "\n".join(f"- {item.name}: {item.detail}. {item.remedy}".rstrip() for item in missing)
        raise SandboxUnavailable(
            f"Learners' code cannot be isolated on this machine:\n{reasons}\n"
            "`--unsafe` runs it without isolation: only for code that you trust."
        )


def _bubblewrap() -> Finding:
    path = shutil.which("bwrap")
    if path is None:
        return Finding(
            "bubblewrap",
            there=False,
            detail="the program bwrap is not installed",
            remedy=_install("bubblewrap"),
        )
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    return Finding("bubblewrap", there=True, detail=f"{said} at {path}")


def _system_calls() -> Finding:
    machine = platform.machine()
    there = seccomp.available()
    detail = f"{'known' if there else 'unknown'} on {machine}"
    return Finding("table of system calls", there, detail, "" if there else "Grade on x86_64 or aarch64.")


def _namespaces() -> Finding:
    places = ["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
    python = [sys.executable, "-I", "-S", "-B", "-c", _PROBE, str(PACKAGES)]
    ran = subprocess.run(
        [*bubblewrap(), *places, "--", *python], capture_output=True, text=True, check=False, timeout=60
    )
    if ran.returncode == 0:
        return Finding(
            "namespaces", there=True, detail="a process without network and files of its own started"
        )
    said = ran.stderr.strip().splitlines() or ["refused"]
    return Finding("namespaces", there=False, detail=said[-1], remedy=_namespace_remedy())


def _namespace_remedy() -> str:
    from pathlib import Path

    for name, command in (
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("kernel/unprivileged_userns_clone", "sudo sysctl kernel.unprivileged_userns_clone=1"),
    ):
        file = Path("/proc/sys") / name
        wrong = "1" if "restrict" in name else "0"
        if file.exists() and file.read_text().strip() == wrong:
            return command
    return (
        "In a container, start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined."
    )


def _install(package: str) -> str:
    command = next((command for name, command in _INSTALLERS.items() if shutil.which(name)), "Install")
    return f"{command} {package}"
