"""A course for comparing gradebooks: two notebooks, a file of data, manual cells, and learners of every kind.

`make` writes it, with what everybody hands in first; `hand_in_again` and `grade_by_hand` are what happens
between two runs of a grader; `run_stock` is stock nbgrader's whole part, for a process of its own.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

ASSIGNMENT = "ps"
DUE = "2026-03-01 12:00:00 UTC"
IN_TIME = "2026-03-01 11:00:00 UTC"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

CONFIG = """
import sys
from pathlib import Path

c = get_config()
c.CourseDirectory.course_id = "pair"
sys.path.append(str(Path(__file__).parent / "plugins"))
c.AssignLatePenalties.plugin_class = "lateness.PerHour"
"""
PLUGIN = """
from nbgrader.plugins import BasePlugin


class PerHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late / 3600
"""
SETUP = "import json\nfrom pathlib import Path"
TEST_TOTAL = "assert total() == 6\n### BEGIN HIDDEN TESTS\nassert type(total()) is int\n### END HIDDEN TESTS"
TEST_DOUBLE = (
    "assert double(2) == 4\n### BEGIN HIDDEN TESTS\nassert double('a') == 'aa'\n### END HIDDEN TESTS"
)
SOLUTIONS = {
    "total": 'def total():\n    return sum(json.loads(Path("numbers.json").read_text()))',
    "share": "third, half = 0.25, 0.5",
    "double": "def double(x):\n    return 2 * x",
    "essay": "Because.",
    "sketch": "print('a sketch')",
    "job": "Find something out.",
    "square": "def square(x):\n    return x * x",
}
_CELLS: dict[str, tuple[dict[str, Any], str]] = {
    "setup": ({"locked": True}, SETUP),
    "total": ({"solution": True}, ""),
    "test-total": ({"grade": True, "locked": True, "points": 2}, TEST_TOTAL),
    "share": ({"solution": True}, ""),
    "test-share": (
        {"grade": True, "locked": True, "points": 3},
        "1.5 * (half == 0.5) + 1.5 * (third == 0.25)",
    ),
    "double": ({"solution": True}, ""),
    "test-double": ({"grade": True, "locked": True, "points": 1}, TEST_DOUBLE),
    "essay": ({"grade": True, "solution": True, "points": 5, "text": True}, ""),
    "sketch": ({"grade": True, "solution": True, "points": 2}, ""),
    "job": ({"task": True, "locked": True, "points": 3, "text": True}, ""),
}
_SECOND: dict[str, tuple[dict[str, Any], str]] = {
    "square": ({"solution": True}, ""),
    "test-square": ({"grade": True, "locked": True, "points": 4}, "assert square(3) == 9"),
}
NOTEBOOKS = {"first": _CELLS, "second": _SECOND}
STARTERS = {
    "essay": "YOUR ANSWER HERE",
    "job": SOLUTIONS["job"],
}
STARTER = "# YOUR CODE HERE\nraise NotImplementedError()"

SUBMISSIONS: dict[str, dict[str, str]] = {
    "right": {},
    "mixed": {"total": "def total():\n    return 5", "share": "third, half = 1, 0.5", "double": "1 / 0"},
    "syntax": {"double": "def double(x:\n    return", "sketch": ""},
    "empty": {**dict.fromkeys(SOLUTIONS, STARTER), **STARTERS},
    "again": {"total": "def total():\n    return 5", "square": "square = None"},
    "helped": {
        "total": "from mine import total",
        "double": "def double(x):\n    return 'no' if x == 'a' else 4",
    },
    "noisy": {"square": "def square(x):\n    import sys\n    print('hm', file=sys.stderr)\n    return x * x"},
    "renamed": {},
}
TIMES = {
    "right": IN_TIME, "mixed": "2026-03-01 14:30:00 UTC", "empty": "", "again": "2026-03-01T13:00:00+02:00",
    "noisy": "2026-03-09 12:00:00 UTC",
}  # fmt: skip
AGAIN = "2026-03-01 13:30:00 UTC"


def make(root: Path) -> Path:
    """Write the course and everybody's first submission; returns its folder."""
    write(root / "nbgrader_config.py", CONFIG)
    write(root / "plugins" / "lateness.py", PLUGIN)
    source = root / "source" / ASSIGNMENT
    solved = {name: f"### BEGIN SOLUTION\n{text}\n### END SOLUTION" for name, text in SOLUTIONS.items()}
    for name in NOTEBOOKS:
        write(source / f"{name}.ipynb", json.dumps(notebook(name, {**solved, **STARTERS})))
    write(source / "numbers.json", "[1, 2, 3]")
    for student, answers in SUBMISSIONS.items():
        hand_in(root, student, answers, TIMES.get(student))
    write(submitted(root, "helped") / "mine.py", "def total():\n    return 6\n")
    write(submitted(root, "helped") / "numbers.json", "[6]")
    (submitted(root, "syntax") / "second.ipynb").unlink()
    drop_cell(submitted(root, "renamed") / "first.ipynb", "test-double")
    return root


def hand_in(root: Path, student: str, answers: dict[str, str], at: str | None) -> None:
    """Write a submission that differs from the solution in some answers."""
    for name in NOTEBOOKS:
        content = notebook(name, {**SOLUTIONS, **answers}, tests=False)
        write(submitted(root, student) / f"{name}.ipynb", json.dumps(content))
    if at is not None:
        write(submitted(root, student) / "timestamp.txt", at)


def hand_in_again(root: Path) -> None:
    """Replace one submission by a later one."""
    hand_in(root, "again", {"sketch": "print('another sketch')"}, AGAIN)


def grade_by_hand(root: Path, db_url: str = "") -> None:
    """Do what an instructor does in formgrader: a score, extra credit, comments, and an extension."""
    with opened(root, db_url) as gradebook:
        grade = gradebook.find_grade("test-total", "first", ASSIGNMENT, "again")
        grade.manual_score, grade.extra_credit = 1.25, 0.5
        gradebook.find_grade("sketch", "first", ASSIGNMENT, "again").manual_score = 2.0
        gradebook.find_comment("essay", "first", ASSIGNMENT, "again").manual_comment = "Well said."
        gradebook.db.commit()
        gradebook.grant_extension(ASSIGNMENT, "again", minutes=30)


def set_due_date(root: Path, db_url: str = "", due: str = DUE) -> None:
    """Say when the assignment is due."""
    with opened(root, db_url) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)


def opened(root: Path, db_url: str = "") -> Any:
    """Open the gradebook, the one in the course directory unless there is an address."""
    from nbgrader.api import Gradebook

    return Gradebook(db_url or f"sqlite:///{root / 'gradebook.db'}", "pair")


def run_stock(root: Path) -> None:
    """Release, grade, hand in again, grade by hand, and grade again with stock nbgrader."""
    from nbgrader.converters import Autograde, GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    os.chdir(root)
    course = CourseDirectory(config=config, assignment_id=ASSIGNMENT)
    GenerateAssignment(coursedir=course, config=config).start()
    set_due_date(root)
    Autograde(coursedir=course, config=config).start()
    hand_in_again(root)
    grade_by_hand(root)
    Autograde(coursedir=course, config=config).start()


def rows(root: Path, db_url: str = "") -> dict[str, Any]:
    """Return everything that a gradebook says, but for ids, by a path such as `ada/first/test-total/auto_score`."""
    found: dict[str, Any] = {}
    with opened(root, db_url) as gradebook:
        assignment = gradebook.find_assignment(ASSIGNMENT)
        for book in assignment.notebooks:
            found[f"{book.name}/kernelspec"] = book.kernelspec
            for cell in book.source_cells:
                kept = (cell.cell_type, cell.locked, cell.source, cell.checksum)
                found[f"{book.name}/{cell.name}"] = kept
        for submission in assignment.submissions:
            found |= _submission_rows(submission)
    return found


def _submission_rows(submission: Any) -> dict[str, Any]:
    student = submission.student.id
    found = _columns(submission, student, "timestamp total_seconds_late score max_score needs_manual_grade")
    for book in submission.notebooks:
        place = f"{student}/{book.name}"
        found |= _columns(
            book, place, "late_submission_penalty score needs_manual_grade failed_tests written_score"
        )
        for grade in book.grades:
            found |= _columns(
                grade,
                f"{place}/{grade.name}",
                "auto_score manual_score extra_credit needs_manual_grade score max_score",
            )
        for comment in book.comments:
            found |= _columns(comment, f"{place}/{comment.name}", "auto_comment manual_comment")
    return found


def _columns(row: Any, place: str, names: str) -> dict[str, Any]:
    return {f"{place}/{name}": getattr(row, name) for name in names.split()}


def graded_notebooks(root: Path) -> dict[str, list[Any]]:
    """Return what stands in the graded notebooks: texts, marks, and the kinds of outputs."""
    found = {}
    for path in sorted((root / "autograded").rglob("*.ipynb")):
        cells = json.loads(path.read_text())["cells"]
        found[f"{path.parts[-3]}/{path.stem}"] = [_seen(cell) for cell in cells]
    return found


def _seen(cell: dict[str, Any]) -> tuple[str, str, Any, Any]:
    outputs = [
        (item["output_type"], item.get("ename") or item.get("name")) for item in cell.get("outputs", [])
    ]
    marks = {name: mark for name, mark in cell["metadata"]["nbgrader"].items() if name != "cell_type"}
    return cell["cell_type"], "".join(cell["source"]), marks, outputs


def graded_files(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return the other files below `autograded/`, with their permissions, but for what Python itself makes."""
    made = (".ipynb", ".pyc")
    paths = [path for path in (root / "autograded").rglob("*") if path.is_file() and path.suffix not in made]
    return {str(path.relative_to(root)): (path.stat().st_mode, path.read_bytes()) for path in sorted(paths)}


def submitted(root: Path, student: str) -> Path:
    """Return the folder of a submission."""
    return root / "submitted" / student / ASSIGNMENT


def drop_cell(path: Path, name: str) -> None:
    """Take a cell out of a notebook."""
    content = json.loads(path.read_text())
    content["cells"] = [cell for cell in content["cells"] if cell["metadata"]["nbgrader"]["grade_id"] != name]
    path.write_text(json.dumps(content))


def write(path: Path, text: str) -> None:
    """Write a file, and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def notebook(name: str, texts: dict[str, str], *, tests: bool = True) -> dict[str, Any]:
    """Return one of the notebooks with these texts in its cells; without `tests`, as a learner has it."""
    cells = [
        _cell(key, dict(marks), texts.get(key, text), tests=tests)
        for key, (marks, text) in NOTEBOOKS[name].items()
    ]
    return {"cells": cells, "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}


def _cell(name: str, marks: dict[str, Any], text: str, *, tests: bool) -> dict[str, Any]:
    code = not marks.pop("text", False)
    plain = {"grade": False, "locked": False, "solution": False, "task": False}
    given = text if tests else text.partition("\n### BEGIN HIDDEN")[0]
    return {
        "cell_type": "code" if code else "markdown",
        "id": name,
        "metadata": {"nbgrader": {**plain, **marks, "grade_id": name, "schema_version": 3}},
        "source": given,
        **({"execution_count": None, "outputs": []} if code else {}),
    }
