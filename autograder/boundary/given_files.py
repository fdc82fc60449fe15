"""Files that a check gives to an answer: a name and bytes at the judge, a path to the answer.

The two sides may live on different file systems, so what crosses is the content. The answer's side writes
it to a fresh folder, and removes that when the call ends to which the path was passed.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that exists while the answer is called with it; the answer gets its path as a str."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        return f"<{self.name} with {self.content!r}>"


class GivenFiles:
    """The folders that one answer side has made for the call that is running."""

    def __init__(self) -> None:
        self._folders: list[str] = []

    def place(self, name: str, content: bytes) -> str:
        """Write a file to a folder of its own and return its path."""
        folder = tempfile.mkdtemp(prefix="given-")
        self._folders.append(folder)
        path = Path(folder, name)
        path.write_bytes(content)
        return str(path)

    def remove(self) -> None:
        """Remove every file, with whatever else was put beside it."""
        while self._folders:
            shutil.rmtree(self._folders.pop(), ignore_errors=True)
