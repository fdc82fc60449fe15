"""Which system calls a learner's code may make: all but those that serve to get out or to look elsewhere.

Namespaces and missing capabilities already forbid most of these; the filter is the second wall, and keeps
away parts of the kernel in which holes have been found. A forbidden call fails with EPERM (`clone3` and
`memfd_create` with ENOSYS, so that libraries take the older way), and sockets exist in three families only.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from functools import cache

from autograder.sandbox.syscalls import PR_SET_SECCOMP, SECCOMP_MODE_FILTER, prctl

# name: (number on x86_64, number on aarch64); -1 where the architecture has no such call
_FORBIDDEN = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_getfd": (438, 438), "process_madvise": (440, 440),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "move_mount": (429, 429), "open_tree": (428, 428), "fsopen": (430, 430), "fsconfig": (431, 431),
    "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "unshare": (272, 97), "setns": (308, 268),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142),
    "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89), "quotactl": (179, 60),
    "syslog": (103, 116), "personality": (135, 92), "vhangup": (153, 58), "lookup_dcookie": (212, 18),
    "fanotify_init": (300, 262), "mbind": (237, 235), "migrate_pages": (256, 238), "move_pages": (279, 239),
    "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180),
    "modify_ldt": (154, -1), "iopl": (172, -1), "ioperm": (173, -1), "uselib": (134, -1),
}  # fmt: skip
_ABSENT = {"clone3": (435, 435), "memfd_create": (319, 279), "memfd_secret": (447, 447)}
_CLONE, _SOCKET = (56, 220), (41, 198)
_NEW_NAMESPACES = 0x7E020000
"""CLONE_NEW* of `clone`."""
_FAMILIES = (1, 2, 10)
"""AF_UNIX, AF_INET and AF_INET6; the network that they reach is empty."""
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _FAIL, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_X32 = 0x40000000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def available() -> bool:
    """Whether there is a table of system calls for this machine."""
    return platform.machine() in _ARCHITECTURES


def install() -> None:
    """Put the filter on this process and all that it starts; needs `no_new_privs`."""
    code = program_here()
    text = ctypes.create_string_buffer(code, len(code))
    wrapped = _Program(len(code) // 8, ctypes.addressof(text))
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(wrapped))


@cache
def program_here() -> bytes:
    """Return the filter for this machine."""
    return program(*_ARCHITECTURES[platform.machine()])


def program(column: int, architecture: int) -> bytes:
    """Return the filter as the kernel's BPF: eight bytes an instruction."""
    fail = _FAIL | errno.EPERM
    code = [
        _op(_LOAD, _ARCHITECTURE), *_unless(_EQUAL, architecture, _KILL), _op(_LOAD, _NUMBER),
        *_when(_AT_LEAST, _X32, fail),
    ]  # fmt: skip
    for numbers in _FORBIDDEN.values():
        if numbers[column] >= 0:
            code += _when(_EQUAL, numbers[column], fail)
    for numbers in _ABSENT.values():
        code += _when(_EQUAL, numbers[column], _FAIL | errno.ENOSYS)
    code += _by_argument(_CLONE[column], _when(_ANY_BIT, _NEW_NAMESPACES, fail))
    families = [_op(_EQUAL, family, yes=len(_FAMILIES) - place) for place, family in enumerate(_FAMILIES)]
    code += _by_argument(_SOCKET[column], [*families, _op(_RETURN, _FAIL | errno.EACCES)])
    return b"".join([*code, _op(_RETURN, _ALLOW)])


def _op(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)


def _when(test: int, value: int, verdict: int) -> list[bytes]:
    return [_op(test, value, no=1), _op(_RETURN, verdict)]


def _unless(test: int, value: int, verdict: int) -> list[bytes]:
    return [_op(test, value, yes=1), _op(_RETURN, verdict)]


def _by_argument(number: int, tests: list[bytes]) -> list[bytes]:
    """Apply tests to the first argument of one call; reload the number for what follows."""
    inner = [_op(_LOAD, _FIRST_ARGUMENT), *tests, _op(_LOAD, _NUMBER)]
    return [_op(_EQUAL, number, no=len(inner)), *inner]
