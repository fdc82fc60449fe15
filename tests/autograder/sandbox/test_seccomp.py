"""The filter of system calls: its numbers are the kernel's, and it decides as it says."""

from __future__ import annotations

import errno
import os
import re
import struct
from pathlib import Path

import pytest

from autograder.sandbox import seccomp

HEADERS = (
    (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), 0),
    (Path("/usr/include/asm-generic/unistd.h"), 1),
)
ALLOWED, DENIED, ABSENT = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS


@pytest.mark.parametrize(("header", "column"), HEADERS)
def test_the_numbers_are_the_kernels(header: Path, column: int) -> None:
    """A wrong number would forbid something else."""
    if not header.exists():
        pytest.skip(f"{header} is not installed")
    found = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text()))
    calls = {**seccomp._FORBIDDEN, **seccomp._ABSENT, "clone": seccomp._CLONE, "socket": seccomp._SOCKET}
    ours = {name: numbers[column] for name, numbers in calls.items() if numbers[column] >= 0}
    named = found.keys() & ours.keys()
    assert {name: ours[name] for name in named} == {name: int(found[name]) for name in named}
    assert len(named) > 50


def decided(number: int, argument: int = 0, architecture: int = 0xC000003E) -> int:
    """Run the filter for x86_64 as the kernel would."""
    code = [
        struct.unpack_from("<HBBI", seccomp.program(0, 0xC000003E), at) for at in range(0, 8 * count(), 8)
    ]
    data = {0: number, 4: architecture, 16: argument}
    at = held = 0
    while True:
        operation, yes, no, value = code[at]
        if operation == seccomp._RETURN:
            return value
        if operation == seccomp._LOAD:
            held = data[value]
            at += 1
            continue
        true = {
            seccomp._EQUAL: held == value,
            seccomp._AT_LEAST: held >= value,
            seccomp._ANY_BIT: held & value,
        }
        at += 1 + (yes if true[operation] else no)


def count() -> int:
    """Return the number of instructions."""
    return len(seccomp.program(0, 0xC000003E)) // 8


def test_what_serves_to_get_out_is_refused() -> None:
    """Tracing, mounting, namespaces and other architectures."""
    for name in ("ptrace", "mount", "unshare", "setns", "bpf", "io_uring_setup", "shmget"):
        assert decided(seccomp._FORBIDDEN[name][0]) == DENIED
    assert decided(seccomp._ABSENT["memfd_create"][0]) == ABSENT
    assert decided(0x40000000 | 1) == DENIED
    assert decided(1, architecture=0x40000003) == 0x80000000


def test_processes_may_start_but_not_in_new_namespaces() -> None:
    """`fork` and threads are everybody's; CLONE_NEWUSER is not."""
    assert decided(seccomp._CLONE[0], 0x01200011) == ALLOWED
    assert decided(seccomp._CLONE[0], 0x10000011) == DENIED


def test_sockets_exist_in_three_families() -> None:
    """AF_UNIX, AF_INET and AF_INET6; not netlink, packet or vsock."""
    assert [decided(seccomp._SOCKET[0], family) == ALLOWED for family in (1, 2, 10, 16, 17, 40)] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_everything_else_is_allowed() -> None:
    """Reading, writing, mapping memory, waiting."""
    assert {decided(number) for number in (0, 1, 9, 61, 231, 257)} == {ALLOWED}


def test_this_machine_is_known() -> None:
    """There is a table for it, or the machine is none that grades."""
    assert seccomp.available() == (os.uname().machine in ("x86_64", "aarch64"))
