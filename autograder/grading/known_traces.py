"""The traces of exercises' known mistakes, for the diagnosis: computed by a judge, kept in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder import known
from autograder.errors import AnswerLost
from autograder.verdict import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.known import Known
    from autograder.sandbox.forking import Client
    from course.exercise import Exercise


class KnownTraces:
    """Gives the traces of an exercise; in the user's cache where no folder is named."""

    def __init__(self, judges: Client, salt: int, folder: Path | None = None) -> None:
        self.judges, self.salt, self.folder = judges, salt, folder
        self.found: dict[str, Known | None] = {}

    def __call__(self, exercise: Exercise) -> Known | None:
        """Return the traces; None where they cannot be had."""
        key = str(exercise.path)
        if key not in self.found:
            stored = known.from_cache(exercise, self.salt, self.folder)
            self.found[key] = stored or self._computed(exercise)
        return self.found[key]

    def passed(self, exercise: Exercise) -> list[str]:
        """Return the checks that the reference passes, as far as that is known already."""
        found = self.found.get(str(exercise.path))
        return [name for name, trace in found.reference.items() if trace.kind is Kind.PASSED] if found else []

    def _computed(self, exercise: Exercise) -> Known | None:
        fork = self.judges.fork()
        try:
            fork.channel.send(["known", str(exercise.path), self.salt])
            _done, data = fork.channel.receive()
        except AnswerLost:
            return None
        finally:
            fork.end()
        known.write_cache(exercise, self.salt, known.from_json(data), self.folder)
        return known.from_json(data)
