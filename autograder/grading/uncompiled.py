"""Tells where installed packages are not compiled, which costs every start of the sandbox seconds.

pip and conda compile what they install, uv leaves it to the first use; the sandbox, which can write nothing,
would parse the packages anew each time.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def uncompiled(modules: Iterable[str]) -> list[str]:
    """Return a line with the remedy where one of some modules' packages is not compiled, else none."""
    for package in sorted({name.partition(".")[0] for name in modules}):
        spec = find_spec(package)
        if spec is None or not spec.origin or not spec.cached or Path(spec.cached).exists():
            continue
        folder = Path(spec.origin).parents[1 if spec.submodule_search_locations else 0]
        remedy = f"python -m compileall -q {quote(str(folder))}"
        return [f"{package} is not compiled: every start takes seconds longer. Once is enough:  {remedy}"]
    return []
