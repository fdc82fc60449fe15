"""The two courses that are attacked: an assignment of ours, and a plain nbgrader one.

Each is written with secrets around it, which nothing that a learner's cell shows may contain.
"""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.catalog import load_all
from tests.autograder.grading import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

CHECKOUT = Path(__file__).resolve().parents[2]
OURS, PLAIN = "ours", "plain"
SECRET = "CANARY"
"""How every planted secret begins, so that an attack may look for it."""
STARTER = "# YOUR CODE HERE\nraise NotImplementedError()"
PLAIN_NAMES = {
    "mean": ["mean"],
    "normalise": ["normalise"],
    "count": ["count"],
    "fit": ["fit"],
    "stack": ["Stack"],
    "squares": ["squares"],
    "answer": ["slope", "names"],
    "apply": ["twice"],
}
MORE_TESTS = {
    "test-every": "assert all(map(lambda value: mean([value]) == value, [0.5, 7.25, -3.0]))",
    "test-member": "table = count(['q'])\n### BEGIN HIDDEN TESTS\nassert 'q' in table\n### END HIDDEN TESTS",
}
"""Tests of kinds that instructors write and that are easily fooled; one point each."""
Notebook = dict[str, Any]


@dataclass(slots=True)
class Target:
    """A course folder with one assignment, and how its notebooks are filled in."""

    kind: str
    root: Path
    assignment: str
    notebook: str
    """File name without `.ipynb`."""
    starter: Notebook
    answers: dict[str, list[str]]
    """Names that each answer binds, by the name an attack gives to the answer cell."""
    solution: dict[str, str]
    total: float
    some: list[str]
    """The answers that stand for all where an attack costs much time."""
    secrets: list[str] = field(default_factory=list)

    def folder(self, student: str) -> Path:
        """Return the folder of a student's submission, made where it is missing."""
        folder = self.root / "submitted" / student / self.assignment
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def hand_in(self, student: str, notebook: Notebook | bytes) -> Path:
        """Write a submission; returns its folder."""
        data = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
        self.folder(student).joinpath(f"{self.notebook}.ipynb").write_bytes(data)
        return self.folder(student)

    def filled(self, answers: dict[str, str] | None = None, added: Iterable[str] = ()) -> Notebook:
        """Return the starter with some answers filled in and cells added at the top."""
        book = deepcopy(self.starter)
        for cell in book["cells"]:
            name = grade_id(cell).removesuffix("-answer")
            if answers and name in answers and cell["metadata"]["nbgrader"]["solution"]:
                cell["source"] = answers[name]
        book["cells"][:0] = [code_cell(source) for source in added]
        return book

    def attacked(self, cells: Iterable[tuple[str, str]]) -> Notebook:
        """Return the notebook of an attack."""
        answers, added = {}, []
        for place, text in cells:
            if place == "added":
                added.append(text)
            elif place in ("every answer", "some answers"):
                chosen = self.some if place == "some answers" else [*self.answers]
                answers |= {
                    cell: "\n".join(text.replace("ANSWER", name) for name in self.answers[cell])
                    for cell in chosen
                }
            elif place.removeprefix("answer ") in self.answers:
                answers[place.removeprefix("answer ")] = text
        return self.filled(answers, added)


def grade_id(cell: dict[str, Any]) -> str:
    """Return nbgrader's name of a cell; empty for a cell without one."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def code_cell(source: str, **metadata: Any) -> dict[str, Any]:
    """Return a code cell as a learner adds it."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata,
        "outputs": [],
        "source": source,
    }


def ours(root: Path) -> Target:
    """Write a course with an assignment of ours."""
    name = "02_linear_algebra_numpy"
    shutil.copytree(CHECKOUT / "solutions" / name, root / "solutions" / name)
    shutil.copy(CHECKOUT / "nbgrader_config.py", root)
    starter = json.loads((CHECKOUT / "assignments" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    there = {grade_id(cell).removesuffix("-answer") for cell in starter["cells"]}
    exercises = [exercise for exercise in load_all() if exercise.id in there]
    target = Target(
        OURS,
        root,
        name,
        name,
        starter,
        answers={exercise.id: [exercise.id] for exercise in exercises},
        solution={exercise.id: exercise.reference.text for exercise in exercises},
        total=sum(check.points for exercise in exercises for check in exercise.checks),
        some=["residuals", "project", "power_iteration"],
    )
    for exercise in exercises:
        hidden = [check.text for check in exercise.checks if check.hidden]
        target.secrets += _telling_lines([exercise.reference.text, *hidden], json.dumps(starter))
    return target


def plain_course(root: Path) -> Target:
    """Write a course with a plain nbgrader assignment."""
    plain.make_course(root)
    path = root / "source" / plain.ASSIGNMENT / f"{plain.NOTEBOOK}.ipynb"
    source = json.loads(path.read_text(encoding="utf-8"))
    source["cells"] += [_test_cell(name, text) for name, text in MORE_TESTS.items()]
    path.write_text(json.dumps(source))
    starter, solution, secrets, total = deepcopy(source), {}, [], 0.0
    for cell in starter["cells"]:
        marks, text = cell["metadata"].get("nbgrader", {}), "".join(cell["source"])
        total += marks.get("points", 0)
        if marks.get("solution"):
            solution[grade_id(cell)] = text
        cell["source"] = STARTER if marks.get("solution") else text.partition("### BEGIN HIDDEN TESTS")[0]
        secrets.append(text.partition("### BEGIN HIDDEN TESTS")[2])
    return Target(
        PLAIN,
        root,
        plain.ASSIGNMENT,
        plain.NOTEBOOK,
        starter,
        PLAIN_NAMES,
        solution,
        total,
        [*PLAIN_NAMES],
        _telling_lines([*secrets, *solution.values()], json.dumps(starter)),
    )


def _test_cell(name: str, text: str) -> Notebook:
    marks = {
        "grade": True,
        "grade_id": name,
        "locked": True,
        "points": 1,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    return {**code_cell(text, nbgrader=marks), "id": name}


def plant_secrets(target: Target, canary: str) -> None:
    """Put a secret wherever an instructor keeps something that is no learner's business."""
    target.secrets.append(canary)
    places = (
        "secret.txt",
        "gradebook.db",
        "submitted/victim/notes.txt",
        f"submitted/victim/{target.assignment}/answers.py",
        ".autograder/jobs.json",
        "autograded/victim/result.txt",
    )
    for place in places:
        path = target.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{canary} is the secret in {place}\n")


def _telling_lines(texts: Iterable[str], known: str) -> list[str]:
    """Return the lines that nobody has who has not read the texts."""
    lines = {line.strip() for text in texts for line in text.splitlines()}
    return sorted(
        line
        for line in lines
        if len(line) >= 24
        and not line.startswith(("#", "import ", "from ", "def "))
        and json.dumps(line)[1:-1] not in known
    )
