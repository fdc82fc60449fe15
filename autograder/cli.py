"""The command `autograder`. Only here is anything printed, and only here are exit codes decided.

0 fine · 1 something needs attention (a gate, a wrong answer given to `try`) · 2 usage · 3 our fault.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from course.errors import CourseError

app = typer.Typer(
    help="Check answers, and prove that the checks are right.", no_args_is_help=True, add_completion=False
)
console = Console(width=None if sys.stdout.isatty() else 120)
errors = Console(stderr=True)

Salts = Annotated[int, typer.Option(min=0, help="How many random salts besides salt 0.")]
JsonFile = Annotated[Path | None, typer.Option("--json", help="Write the outcome to this file, too.")]


@app.callback()
def _autograder() -> None:
    """Check answers, and prove that the checks are right."""


@app.command()
def verify(
    ids: Annotated[list[str] | None, typer.Argument(help="Exercise ids; all of them by default.")] = None,
    salts: Salts = 10,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 for one per core.")] = 0,
    json_file: JsonFile = None,
) -> None:
    """Prove that right answers pass and wrong ones fail and are diagnosed, at many salts."""
    from autograder import verify_command
    from autograder.verify import as_json

    verified = verify_command.verify(ids or [], salts, jobs, _progress)
    if json_file:
        json_file.write_text(json.dumps(as_json(verified, salts), indent=1), encoding="utf-8")
    raise typer.Exit(0 if verify_command.show(verified, console, whole_course=not ids) else 1)


@app.command("try")
def try_(
    exercise_id: Annotated[str, typer.Argument(metavar="ID")],
    answer: Annotated[
        str,
        typer.Argument(
            metavar="ANSWER.py|-", help="A file with the answer cell's text, or - for standard input."
        ),
    ],
    salt: Annotated[int, typer.Option(min=0)] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Judge one answer against all checks, in a sandbox where this machine has one."""
    from autograder import attempt, card
    from course import catalog

    text = _answer_text(answer)
    result = attempt.attempt(catalog.load(exercise_id), text, salt)
    if as_json:
        sys.stdout.write(f"{json.dumps(attempt.as_json(result), indent=1)}\n")
    else:
        console.print(card.card_text(result), markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(3 if result.our_fault else 0 if result.passed else 1)


@app.command()
def check(
    notebook: Annotated[
        Path, typer.Argument(metavar="FILE.ipynb", help="A notebook of exercises, as you saved it.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Check every exercise of a saved notebook, in a sandbox where this machine has one."""
    from autograder import card
    from autograder.grading import single

    outcome = single.check_file(notebook)
    if as_json:
        sys.stdout.write(f"{json.dumps(outcome.as_json(), indent=1)}\n")
    else:
        for cell in outcome.graded_cells.values():
            if cell.result:
                console.print(card.card_text(cell.result), markup=False, highlight=False, soft_wrap=True)
        for line in (*outcome.reasons, *outcome.remarks):
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        console.print(f"{outcome.score or 0:g} of {outcome.max_score:g} points", highlight=False)
        if not outcome.isolated:
            console.print("It ran without isolation; `autograder doctor` says why.", highlight=False)
    raise typer.Exit(3 if outcome.reasons else 0 if outcome.score == outcome.max_score else 1)


@app.command()
def doctor() -> None:
    """Say whether learners' code can be isolated on this machine, and what brings what is missing."""
    from autograder.grading import command
    from autograder.sandbox import isolation

    found = isolation.findings()
    console.print(command.doctor_table(found))
    raise typer.Exit(0 if all(item.there for item in found) else 1)


@app.command()
def grade(
    assignment: Annotated[
        str, typer.Argument(help="The assignment's name, a folder of the course's sources.")
    ],
    student: Annotated[list[str] | None, typer.Option(help="Grade these only; may be repeated.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Submissions at a time; 0 for one per core.")] = 0,
    json_file: JsonFile = None,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Run learners' code without isolation: only for code you trust.")
    ] = False,
    course_dir: Annotated[Path, typer.Option(help="The nbgrader course directory.")] = Path(),
    gradebook: Annotated[
        bool,
        typer.Option(
            "--gradebook/--no-gradebook", help="Write nbgrader's gradebook and `autograded/`, or report only."
        ),
    ] = True,
    db: Annotated[str, typer.Option(metavar="URL", help="The gradebook, where not the configured one.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Grade what has not changed since it was graded, too.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List automatic scores that would change; write nothing.")
    ] = False,
    stderr_fails: Annotated[
        bool,
        typer.Option(
            "--stderr-fails",
            help="A test that warns or writes to stderr gives no points, as in nbgrader.",
        ),
    ] = False,
) -> None:
    """Grade the submissions of an assignment, each in a sandbox of its own, into nbgrader's gradebook."""
    from autograder.grading import command

    report = command.grade(
        course_dir,
        assignment,
        student or [],
        workers=workers,
        walls=not unsafe,
        keeping=command.Keeping(gradebook, db, force=force, dry_run=dry_run, stderr_fails=stderr_fails),
        progress=_progress,
    )
    if json_file:
        json_file.write_text(json.dumps(report.as_json(), indent=1), encoding="utf-8")
    command.show(report, console)
    raise typer.Exit(1 if report.needs_attention or report.stopped else 0)


@app.command()
def feedback(
    assignment: Annotated[str, typer.Argument(help="The assignment's name.")],
    student: Annotated[list[str] | None, typer.Option(help="Only these students' pages; repeatable.")] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Draw the pages again that would not change, too.")
    ] = False,
    workers: Annotated[int, typer.Option(min=0, help="Pages at a time; 0 for one per core.")] = 0,
    assessor: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Who answers for the grades that learners import; the course's id."
        ),
    ] = "",
    course_dir: Annotated[Path, typer.Option(help="The nbgrader course directory.")] = Path(),
) -> None:
    """Make the pages that learners read, from graded notebooks and the gradebook: below `feedback/`.

    Comments, scores by hand and late penalties are on them; hidden tests are
    not, and nothing of a learner's in them is live.

    Beside pages of this course's exercises lies progress-STUDENT.json, which
    the learner imports with `course progress --import`.
    """
    from course.release import require_instructor

    require_instructor("Feedback")
    from autograder.feedback import command

    report = command.feedback(
        course_dir, assignment, student or [], force=force, workers=workers, assessor=assessor,
        progress=_progress,
    )  # fmt: skip
    command.show(report, console)
    raise typer.Exit(1 if report.problems else 0)


@app.command()
def report(
    assignment: Annotated[str, typer.Argument(help="The assignment's name.")],
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report as one page.")] = None,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the scores as a table.")] = None,
    csv_for: Annotated[
        str, typer.Option(metavar="SHAPE", help="Columns of that table: plain, canvas or moodle.")
    ] = "plain",
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write everything, for tools.")
    ] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    course_dir: Annotated[Path, typer.Option(help="The nbgrader course directory.")] = Path(),
) -> None:
    """Report on a graded class: scores, hardest checks, misconceptions, and who needs attention.

    --csv has a line for each student: student_id, last_name, first_name,
    email, lms_user_id, score, max_score, percent, late_seconds,
    late_penalty, parts_waiting, status. Who has no score has an empty field.

    --csv-for canvas: Student, ID (the gradebook's LMS user id), SIS User ID,
    SIS Login ID (the student id), Section, the assignment; its second line
    holds the points possible.

    --csv-for moodle: names, Username (the student id), ID number (the LMS
    user id), Email address, the assignment, the maximum.

    All files name students: only you may read them.
    """
    from course.release import require_instructor

    require_instructor("A report")
    from autograder.report import command, terminal

    wanted = command.Wanted(html, csv, json_file, csv_for, open_page)
    found, written = command.report(course_dir, assignment, wanted, _progress)
    terminal.show(found, console)
    for path in written:
        console.print(f"written: {path}", markup=False, highlight=False, soft_wrap=True)


def _answer_text(answer: str) -> str:
    if answer == "-":
        return sys.stdin.read()
    try:
        return Path(answer).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{answer}: {error}") from None


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal)


def main() -> None:
    """Run the command; an error that the course can explain is one message and an exit code."""
    try:
        app()
    except CourseError as error:
        errors.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(error.exit_code)
    finally:
        gc.freeze()  # or Python searches all that was imported once more before it ends, for half a second
