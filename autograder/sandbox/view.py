"""What a zygote can see: the command line that starts it, with or without bubblewrap.

A learner's zygote sees the system's programs, the Python installation and its packages, and a small
folder with those of our modules that know no answer. The course's own files, wherever they lie, are not
among what is mounted, or are covered where a mounted folder contains them.
"""

from __future__ import annotations

import os
import site
import sys
from pathlib import Path

from autograder.sandbox.confine import HOME, SCRATCH, TMP
from autograder.threads import arithmetic

PACKAGES = Path(__file__).resolve().parents[2]
"""The folder that contains the packages `autograder` and `course`."""
INSIDE = "/inside"
ELSEWHERE = "/packages"
"""Where installed packages are seen from inside, wherever they lie outside."""
_SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/alternatives"),
    *(
        "/etc/passwd",
        "/etc/group",
        "/etc/nsswitch.conf",
        "/etc/localtime",
        "/etc/fonts",
        "/etc/ssl/openssl.cnf",
    ),
)
_START = (
    "import sys; sys.path[:] = [{first!r}, *sys.path, *{packages!r}]; "
    "from autograder.sandbox.zygote import main; main()"
)
_ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "HOME": HOME,
    "USER": "learner",
    "MPLCONFIGDIR": f"{HOME}/.matplotlib",
    "IPYTHONDIR": f"{HOME}/.ipython",
    "JUPYTER_PLATFORM_DIRS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}


def learners_command(inside: Path, *, walls: bool) -> list[str]:
    """Return the command of the zygote from which learners' sides come."""
    folders = package_folders()
    if not walls:
        return _python(str(inside), [str(folder) for folder in folders])
    system = [Path(item) for item in _SYSTEM] + [Path(sys.base_prefix)]
    places = {folder: Path(f"{ELSEWHERE}/{number}") for number, folder in enumerate(folders)}
    mounts = ["--tmpfs", HOME, "--tmpfs", TMP]
    mounts += [part for path in system for part in _as_it_is(path)]
    mounts += [part for folder, place in places.items() for part in ("--ro-bind", str(folder), str(place))]
    mounts += ["--ro-bind", str(inside), INSIDE]
    if any(other in PACKAGES.parents for other in system) and PACKAGES not in folders:
        mounts += ["--tmpfs", str(PACKAGES)]
    for path in _ours(folders):
        also = [path] if any(other in path.parents for other in system) else []
        for place in (places[path.parent] / path.name, *also):
            mounts += ["--tmpfs", str(place)] if path.is_dir() else ["--ro-bind", "/dev/null", str(place)]
    python = _python(INSIDE, [str(place) for place in places.values()])
    above = _parents([*system, *places.values(), Path(HOME)])
    return [
        *bubblewrap(),
        *above,
        *mounts,
        *_ends(HOME),
        "--tmpfs",
        SCRATCH,
        "--remount-ro",
        "/",
        "--",
        *python,
    ]


def judges_command(*, walls: bool) -> list[str]:
    """Return the command of the zygote from which judges come: it sees all files and can write none."""
    python = _python(str(PACKAGES), [item for item in sys.path if item])
    if not walls:
        return python
    names = ("TMPDIR", "HOME", "MPLCONFIGDIR", "IPYTHONDIR")
    scratch = ["--tmpfs", SCRATCH, *(part for name in names for part in ("--setenv", name, SCRATCH))]
    return [*bubblewrap(), "--ro-bind", "/", "/", *_ends(SCRATCH), *scratch, "--", *python]


def package_folders() -> list[Path]:
    """Return the folders from which this interpreter imports installed packages."""
    folders = [*site.getsitepackages(), *([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])]
    return [path for path in map(Path, dict.fromkeys(folders)) if path.is_dir()]


def _python(first: str, packages: list[str]) -> list[str]:
    executable = str(Path(getattr(sys, "_base_executable", sys.executable)).resolve())
    return [executable, "-I", "-S", "-B", "-X", "utf8", "-c", _START.format(first=first, packages=packages)]


def bubblewrap() -> list[str]:
    """Return the beginning of a command line: namespaces, rights inside them, and the environment.

    Who is not root becomes root of a user namespace, and of that one alone: with another number bubblewrap
    would nest a second one, from which the process namespace cannot be entered again.
    """
    namespaces = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    users = [] if os.geteuid() == 0 else ["--unshare-user", "--uid", "0", "--gid", "0"]
    named = (_ENVIRONMENT | arithmetic()).items()
    environment = [part for name, value in named for part in ("--setenv", name, value)]
    ends = ["--die-with-parent", "--new-session", "--clearenv"]
    return ["bwrap", *namespaces, *users, "--cap-add", "ALL", *ends, *environment]


def _ends(folder: str) -> list[str]:
    """What comes last: devices, processes, and no writing at the root."""
    return ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--chdir", folder]


def _as_it_is(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind-try", str(path), str(path)]


def _parents(paths: list[Path]) -> list[str]:
    """Make the folders above each path: those that bubblewrap makes by itself are closed to other users."""
    above = sorted({parent for path in paths for parent in path.parents} - {Path("/")})
    inside_others = [path for path in above if any(other in path.parents or other == path for other in paths)]
    return [
        part
        for path in above
        if path not in inside_others
        for part in ("--perms", "0755", "--dir", str(path))
    ]


def _ours(folders: list[Path]) -> list[Path]:
    """Return what installed files of the course lie in the folders: packages, metadata, editable installs."""
    found = {folder / name for folder in folders for name in ("autograder", "course")}
    for folder in folders:
        found |= {
            *folder.glob("mle_course-*"),
            *folder.glob("*mle_course*.pth"),
            *folder.glob("__editable__*mle_course*"),
        }
    return sorted(path for path in found if path.exists())
