"""Makes the folder of our modules that a learner's side may see.

Only what is named here goes in: modules that carry values across the boundary and run cells. None of them
knows an exercise. `autograder` and `course` themselves are stubs there (the files in `stubs/`).
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from autograder.sandbox.view import PACKAGES

if TYPE_CHECKING:
    from pathlib import Path

MODULES = (
    "autograder/capture.py",
    "autograder/errors.py",
    "autograder/limits.py",
    "autograder/verdict.py",
    "autograder/boundary/__init__.py",
    "autograder/boundary/answer_side.py",
    "autograder/boundary/codec.py",
    "autograder/boundary/codec_numpy.py",
    "autograder/boundary/codec_pandas.py",
    "autograder/boundary/codec_sklearn.py",
    "autograder/boundary/drawing.py",
    "autograder/boundary/effects.py",
    "autograder/boundary/exceptions.py",
    "autograder/boundary/handles.py",
    "autograder/boundary/lent.py",
    "autograder/boundary/side.py",
    "autograder/boundary/source.py",
    "autograder/boundary/wire.py",
    "autograder/sandbox/channel.py",
    "autograder/sandbox/confine.py",
    "autograder/sandbox/learner.py",
    "autograder/sandbox/outputs.py",
    "autograder/sandbox/seccomp.py",
    "autograder/sandbox/shell.py",
    "autograder/sandbox/syscalls.py",
    "autograder/sandbox/zygote.py",
    "course/errors.py",
)
FOLDERS = ("course/figures",)
STUBS = {
    "autograder/__init__.py": "autograder/sandbox/stubs/autograder.py",
    "autograder/sandbox/__init__.py": "autograder/sandbox/stubs/empty.py",
    "course/__init__.py": "autograder/sandbox/stubs/course.py",
}


def copy_inside(target: Path) -> Path:
    """Fill an empty folder with what a learner's side may see, and return it."""
    sources = {name: name for name in MODULES} | STUBS
    for folder in FOLDERS:
        found = PACKAGES.joinpath(folder).rglob("*.py")
        sources |= {str(path.relative_to(PACKAGES)): str(path.relative_to(PACKAGES)) for path in found}
    for name, source in sources.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGES / source, place)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return target
