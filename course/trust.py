"""Jupyter's trust in notebooks: it shows the cards of those that were signed with their colours.

Only our own text is signed, and a learner's notebook that Jupyter trusted before we changed it. Trust is a
nicety, so nothing that goes wrong here stops anybody.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from course.notebook_files import UnreadableNotebook, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nbformat.sign import NotebookNotary


def sign(contents: Iterable[bytes]) -> None:
    """Tell Jupyter that notebooks with these contents can be trusted."""
    waiting = list(contents)
    if waiting:
        with suppress(OSError):
            notary = _notary()
            for content in waiting:
                notary.sign(_parsed(content))


def is_trusted(content: bytes) -> bool:
    """Whether Jupyter trusts a notebook with this content."""
    with suppress(OSError, UnreadableNotebook):
        read(content)
        return _notary().check_signature(_parsed(content))
    return False


def _notary() -> NotebookNotary:
    from nbformat.sign import NotebookNotary

    return NotebookNotary()


def _parsed(content: bytes) -> object:
    import nbformat

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about cells without ids, which older programs leave
        return nbformat.reads(content.decode("utf-8-sig"), as_version=4)
