"""What a fork gives up before it runs anything of others; it cannot be taken back.

The order matters. File systems are mounted while the zygote's rights still hold; then the user changes,
a user namespace of its own makes the count of processes its own, and the rest of the rights goes.
"""

from __future__ import annotations

import contextlib
import os
import resource
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from autograder.sandbox import seccomp, syscalls

HOME = "/home/learner"
SCRATCH = "/dev/shm"  # noqa: S108 -- inside the sandbox it is new
TMP = "/tmp"  # noqa: S108 -- inside the sandbox it is new
NOBODY = 65534
_PRIVATE = syscalls.CLONE_NEWNS | syscalls.CLONE_NEWIPC | syscalls.CLONE_NEWNET | syscalls.CLONE_NEWUTS
_PRIVATE_FOR_OURS = syscalls.CLONE_NEWNS
"""The zygote's other namespaces are its own already, and our forks need not be kept from one another."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one process, or one submission's processes together, may use."""

    address_space: int = 6 << 30
    """Bytes of addresses of each process."""
    memory: int = 2 << 30
    """Bytes that all processes of a submission may hold together; watched from outside."""
    disk: int = 128 << 20
    """Bytes in each of its three folders, which live in memory."""
    file_size: int = 64 << 20
    processes: int = 64
    """Processes and threads."""
    open_files: int = 256
    cpu_seconds: int = 600
    cell_seconds: float = 30.0
    output: int = 1 << 20
    """Bytes of output that one cell may leave in the notebook."""

    def as_json(self) -> dict[str, Any]:
        """Return the limits as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `as_json` wrote."""
        return cls(**data)


def confine(limits: Limits, *, walls: bool, ours: bool) -> None:
    """Confine this process; without `walls` only its resources are limited.

    A process that runs `ours` alone keeps its user, who can read our files, and can write to a private
    /dev/shm alone; one that runs a learner's code gets another user where it can, and private folders to
    write to: home, /tmp and /dev/shm.
    """
    if walls:
        syscalls.unshare(_PRIVATE_FOR_OURS if ours else _PRIVATE)
        user = os.geteuid() if ours or not _nobody_is_there() else NOBODY
        mount_private_folders(limits, user, ours=ours)
        syscalls.mount("proc", "/proc", "proc", syscalls.MS_NOSUID | syscalls.MS_NODEV | syscalls.MS_NOEXEC)
        if not ours:
            _become(user)
    _limit_resources(limits, count_processes=walls and not ours)
    if walls:
        syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
        syscalls.drop_capabilities()
        seccomp.install()


def prepare() -> None:
    """Find out once, before any fork, what all of them need to confine themselves."""
    _nobody_is_there()
    seccomp.program_here()


def private_folders(*, ours: bool) -> tuple[str, ...]:
    """Return where a process may write: one that runs our code alone writes to a single place."""
    return (SCRATCH,) if ours else (HOME, TMP, SCRATCH)


def mount_private_folders(limits: Limits, user: int, *, ours: bool) -> None:
    """Put new, empty folders where this process may write; it has a mount namespace of its own."""
    syscalls.mount("", "/", "", syscalls.MS_REC | syscalls.MS_PRIVATE)
    flags = syscalls.MS_NOSUID | syscalls.MS_NODEV
    for folder in private_folders(ours=ours):
        options = f"size={limits.disk},nr_inodes=16384,mode=0700,uid={user}"
        syscalls.mount("tmpfs", folder, "tmpfs", flags, options)


@cache
def _nobody_is_there() -> bool:
    """Whether this process may become another user: root may, who is not alone in a user namespace."""
    ranges = [line.split() for line in Path("/proc/self/uid_map").read_text().splitlines()]
    known = any(int(first) <= NOBODY < int(first) + int(count) for first, _, count in ranges)
    return known and os.geteuid() == 0


def _become(user: int) -> None:
    """Drop the user's rights outside, then enter a user namespace of its own."""
    if user != os.geteuid():
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)
    group = os.getegid()
    syscalls.unshare(syscalls.CLONE_NEWUSER)
    own = Path("/proc/self")
    own.joinpath("setgroups").write_text("deny")
    own.joinpath("uid_map").write_text(f"{user} {user} 1")
    own.joinpath("gid_map").write_text(f"{group} {group} 1")


def _limit_resources(limits: Limits, *, count_processes: bool) -> None:
    most = {
        resource.RLIMIT_AS: limits.address_space,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    if count_processes:
        most[resource.RLIMIT_NPROC] = limits.processes
    for kind, amount in most.items():
        with contextlib.suppress(ValueError, OSError):  # it was lower already
            resource.setrlimit(kind, (amount, amount))
