"""Makes the folder of our modules that a learner's side may see.

Only what is named here goes in: modules that carry values across the boundary and run cells. None of them
knows an exercise. `autograder` and `course` themselves are stubs there (the files in `stubs/`).
"""

from __future__ import annotations

import compileall
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_dir

from autograder.errors import SandboxUnavailable
from autograder.sandbox.view import INSIDE, PACKAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

CACHE = "mle-course"

MODULES = (
    "autograder/capture.py",
    "autograder/errors.py",
    "autograder/limits.py",
    "autograder/memory_use.py",
    "autograder/verdict.py",
    "autograder/boundary/__init__.py",
    "autograder/boundary/answer_side.py",
    "autograder/boundary/codec.py",
    "autograder/boundary/codec_core.py",
    "autograder/boundary/codec_numpy.py",
    "autograder/boundary/codec_pandas.py",
    "autograder/boundary/codec_pandas_columns.py",
    "autograder/boundary/codec_sklearn.py",
    "autograder/boundary/codec_standard.py",
    "autograder/boundary/drawing.py",
    "autograder/boundary/effects.py",
    "autograder/boundary/exceptions.py",
    "autograder/boundary/given_files.py",
    "autograder/boundary/handles.py",
    "autograder/boundary/inside.py",
    "autograder/boundary/lent.py",
    "autograder/boundary/side.py",
    "autograder/boundary/source.py",
    "autograder/boundary/wire.py",
    "autograder/sandbox/channel.py",
    "autograder/sandbox/confine.py",
    "autograder/sandbox/files.py",
    "autograder/sandbox/learner.py",
    "autograder/sandbox/outputs.py",
    "autograder/sandbox/plain_cells.py",
    "autograder/sandbox/rehearsal.py",
    "autograder/sandbox/seccomp.py",
    "autograder/sandbox/shell.py",
    "autograder/sandbox/syscalls.py",
    "autograder/sandbox/warm.py",
    "autograder/sandbox/zygote.py",
    "course/errors.py",
)
FOLDERS = ("course/figures",)
STUBS = {
    "autograder/__init__.py": "autograder/sandbox/stubs/autograder.py",
    "autograder/sandbox/__init__.py": "autograder/sandbox/stubs/empty.py",
    "course/__init__.py": "autograder/sandbox/stubs/course.py",
}


def inside_folder() -> Path:
    """Return a folder with what a learner's side may see, from the user's cache where there is one."""
    sources = _sources()
    digest = hashlib.sha256(sys.version.encode())
    for name, source in sources.items():
        digest.update(name.encode() + source.read_bytes())
    name = Path("inside") / digest.hexdigest()[:24]
    try:
        return _filled(Path(user_cache_dir(CACHE)) / name, sources)
    except OSError:  # a home that cannot be written
        return _filled(_own_folder() / name, sources)


def _own_folder() -> Path:
    """Return a folder for temporary files that nobody else made or can write to."""
    folder = Path(tempfile.gettempdir()) / f"{CACHE}-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid() or state.st_mode & 0o022:
        raise SandboxUnavailable(f"{folder} belongs to somebody else; remove it, or make your home writable.")
    return folder


def _sources() -> dict[str, Path]:
    """Return the files, by their places in the folder."""
    names = {name: name for name in MODULES} | STUBS
    found = {name: PACKAGES / source for name, source in names.items()}
    for folder in FOLDERS:
        found |= {str(path.relative_to(PACKAGES)): path for path in PACKAGES.joinpath(folder).rglob("*.py")}
    return dict(sorted(found.items()))


def _filled(folder: Path, sources: Mapping[str, Path]) -> Path:
    """Fill a folder beside its place, then move it there in one step: others may be doing the same."""
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix="partial-", dir=folder.parent))
    for name, source in sources.items():
        place = partial / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    compileall.compile_dir(partial, quiet=2, stripdir=str(partial), prependdir=INSIDE)
    for path in (partial, *partial.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    try:
        partial.rename(folder)
    except OSError:  # somebody else was faster
        shutil.rmtree(partial)
    return folder
