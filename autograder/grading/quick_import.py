"""Imports nbgrader without what nobody here uses."""

from __future__ import annotations

import gc
import sys

_PARSER = "rfc3987_syntax"
"""Builds a grammar when it is imported, a third of the whole time; jsonschema takes it, where it is there, to
look at international web addresses, of which a notebook's metadata have none."""


def import_nbgrader() -> None:
    """Import nbgrader's gradebook and preprocessors."""
    missing = _PARSER not in sys.modules
    collects = gc.isenabled()
    gc.disable()
    if missing:
        sys.modules[_PARSER] = None  # ty: ignore[invalid-assignment]
    try:
        import nbgrader.api
        import nbgrader.preprocessors  # noqa: F401
    finally:
        if missing:
            del sys.modules[_PARSER]
        gc.freeze()  # what is imported stays: to search it for garbage costs a tenth of the time
        if collects:
            gc.enable()
