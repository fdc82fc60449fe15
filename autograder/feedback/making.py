"""Writes one learner's pages, and what stands beside them."""

from __future__ import annotations

import hashlib
import secrets
import signal
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from autograder.feedback.evidence import progress_file
from autograder.feedback.page import Sheet, draw_index, draw_page
from autograder.grading.graded_folder import GROUP
from autograder.grading.handed_in import MAX_NOTEBOOK, NotGradable, read_bytes
from autograder.grading.rows import TIMESTAMP

if TYPE_CHECKING:
    from collections.abc import Generator

    from autograder.feedback.hidden import Regions
    from autograder.grading.scores import Submission
    from autograder.grading.settings import CourseFolder

INDEX = "index"
SLOWEST = 30.0
"""Seconds after which a notebook's page is given up."""
_COPIED = (TIMESTAMP, "submission_secret.txt")
"""What `nbgrader release_feedback` looks for beside a page."""


@dataclass(slots=True)
class Made:
    """What became of one learner's pages."""

    student: str
    pages: int = 0
    unchanged: int = 0
    waiting: int = 0
    """Parts that a person still has to grade."""
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Making:
    """Makes one learner's pages after another; used in the workers."""

    course: CourseFolder
    assignment: str
    submissions: dict[str, Submission]
    regions: Regions
    assessor: str
    force: bool = False

    def make(self, student: str) -> Made:
        """Write a learner's pages; what goes wrong is said in the result, and costs nobody else theirs."""
        submission = self.submissions[student]
        made = Made(student, waiting=submission.waiting)
        graded = self.course.autograded_folder(self.assignment, student)
        drawn = {}
        for name, content in self._notebooks(graded, submission, made).items():
            sheet = Sheet(submission, self.assignment, name, content, graded, self.regions)
            with _told(made, f"{name}: no page could be made"):
                self._page(sheet, made)
                drawn[name] = content
        if drawn:
            with _told(made, "what belongs beside the pages could not be written"):
                self._beside(submission, drawn, graded)
        return made

    def _notebooks(self, graded: Path, submission: Submission, made: Made) -> dict[str, bytes]:
        found = {}
        for name in submission.notebooks:
            path = graded / f"{name}.ipynb"
            if path.is_file():
                try:
                    found[name] = read_bytes(path, MAX_NOTEBOOK)
                except NotGradable as error:
                    made.problems.append(str(error))
        if not found and not made.problems:
            made.problems.append(self._not_graded(graded, submission.student.id))
        return found

    def _not_graded(self, folder: Path, student: str) -> str:
        command = f"autograder grade {self.assignment} --force --student {student}"
        return f"no graded notebook in {folder}:  {command}"

    def _page(self, sheet: Sheet, made: Made) -> None:
        digest = _digest(sheet)
        path = self._folder(sheet.submission) / f"{sheet.name}.html"
        if not self.force and _is_of(path, digest):
            made.unchanged += 1
            return
        with _at_most(SLOWEST):
            page = draw_page(replace(sheet, digest=digest))
        self._write(path, page)
        made.pages += 1

    def _beside(self, submission: Submission, notebooks: dict[str, bytes], graded: Path) -> None:
        """Write what stands beside the pages: the way to each of them, evidence, what releasing asks for."""
        folder, student = self._folder(submission), submission.student.id
        if len(submission.notebooks) > 1 and INDEX not in submission.notebooks:
            pages = {name: f"{quote(name)}.html" for name in notebooks}
            self._write(folder / f"{INDEX}.html", draw_index(submission, self.assignment, pages))
        handed_in = self.course.submitted_folder(self.assignment, student)
        if evidence := progress_file(submission, notebooks, handed_in, self.assessor):
            self._write(folder / f"progress-{student}.json", evidence)
        for name in _COPIED:
            if (graded / name).is_file():
                self._write(folder / name, read_bytes(graded / name, 1 << 12).decode(errors="replace"))

    def _folder(self, submission: Submission) -> Path:
        return self.course.feedback_folder(self.assignment, submission.student.id)

    def _write(self, path: Path, text: str) -> None:
        shared = self.course.option("CourseDirectory", "groupshared", False)  # noqa: FBT003 -- an option's default
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_name(f".{secrets.token_hex(8)}.tmp")
        written.write_text(text, encoding="utf-8", errors="replace")
        mode = self.course.option("GenerateFeedback", "permissions", 664 if shared else 644)
        written.chmod(int(str(mode), 8))
        written.replace(path)
        if shared:
            path.parent.chmod((path.parent.stat().st_mode | GROUP) & 0o2777)


@contextmanager
def _told(made: Made, what: str) -> Generator[None]:
    """Make a problem of what is raised: one page never stops the others."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 -- a notebook may be wrong in any way; the fault is named
        made.problems.append(f"{what}: {type(error).__name__}: {error}")


@contextmanager
def _at_most(seconds: float) -> Generator[None]:
    """Raise `TimeoutError` in what takes longer: a text may be made to take for ever to read."""

    def stop(*_: Any) -> None:
        raise TimeoutError(f"it took more than {seconds:g} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_of(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as file:
            return f' {digest}"'.encode() in file.read(1 << 11)
    except OSError:
        return False


def _digest(sheet: Sheet) -> str:
    """Return the digest of everything that decides what a page says."""
    parts = (code_digest(), sheet.assignment, sheet.name, repr(sheet.submission), repr(sheet.regions))
    state = hashlib.sha256(sheet.content)
    for part in parts:
        state.update(f"{len(part)} {part}".encode(errors="replace"))
    return state.hexdigest()[:32]


@cache
def code_digest() -> str:
    """Return the digest of what draws pages: another version draws all of them again."""
    files = sorted(
        path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".html", ".css")
    )
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
