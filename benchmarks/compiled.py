"""Compiles what is measured, as pip and conda do when they install; others leave it to the first use.

Without it every process parses all that it imports: stock nbgrader, which starts one for each submission,
would look twice as slow as it is.
"""

from __future__ import annotations

import compileall
import site
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def compile_packages() -> None:
    """Compile all installed packages and our own; what is compiled already takes a second or two."""
    for folder in (*site.getsitepackages(), CHECKOUT / "autograder", CHECKOUT / "course"):
        compileall.compile_dir(folder, quiet=2, workers=0)
