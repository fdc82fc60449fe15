"""A file becomes an exercise, or a list of all its mistakes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.errors import ContentErrors
from course.source import answer_names, parse, read, starter

SAMPLE = Path(__file__).parent / "data" / "modules" / "02_vectors" / "e2_double.py"
TEXT = SAMPLE.read_text(encoding="utf-8")


def mistakes(text: str, path: Path = SAMPLE) -> list[tuple[int, str, str]]:
    """Every mistake in a text as line, found, expected."""
    with pytest.raises(ContentErrors) as caught:
        parse(text, path)
    assert all(error.path == path for error in caught.value.errors)
    return [(error.line, error.found, error.expected) for error in caught.value.errors]


def changed(old: str, new: str) -> str:
    """The sample with one part replaced."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def line_of(part: str, text: str = TEXT) -> int:
    """The line on which a part stands."""
    return text[: text.index(part)].count("\n") + 1


def cell_with(part: str) -> str:
    """The cell of the sample that contains a part, marker included."""
    return next("# %%" + cell for cell in TEXT.split("# %%")[1:] if part in cell)


def test_the_header_becomes_the_exercise() -> None:
    """Everything in the header arrives with its type."""
    exercise = read(SAMPLE)
    expected = ("double", "Double every number", 3, ("S025", "S108"), 2, 15, ("twice",), (), 10.0)
    assert expected == (
        exercise.id,
        exercise.title,
        exercise.version,
        exercise.skills,
        exercise.stars,
        exercise.minutes,
        exercise.was,
        exercise.requires,
        exercise.limit,
    )


def test_the_path_gives_module_and_number() -> None:
    """Nobody writes an exercise's place twice."""
    exercise = read(SAMPLE)
    assert (exercise.module, exercise.number, exercise.label) == ("02_vectors", 2, "2.2")


def test_cells_arrive_by_role() -> None:
    """Each role of the format ends where the model has room for it."""
    exercise = read(SAMPLE)
    assert [cell.kind for cell in exercise.statement] == ["markdown", "code"]
    assert exercise.setup == "import numpy as np"
    assert len(exercise.hints) == 3
    assert exercise.hints[2] == "`return x * ...`"
    assert exercise.explanation.startswith("NumPy multiplies")
    assert [answer.name for answer in exercise.alternatives] == ["by adding"]
    assert exercise.shared == "CASES = [np.arange(5), np.ones(3)]"


def test_checks_carry_their_options() -> None:
    """Points, hiding and needs of a check are what its marker says."""
    first, second, third = read(SAMPLE).checks
    assert (first.points, first.hidden, first.needs, first.where) == (0, False, (), "judge")
    assert (second.points, second.needs) == (1, ("keeps the shape",))
    assert (third.points, third.hidden, third.needs) == (3, True, ("keeps the shape", "doubles the example"))


def test_a_misconception_carries_its_remedy() -> None:
    """The comment on top of a misconception is what its learner will read, as one paragraph."""
    (misconception,) = read(SAMPLE).misconceptions
    expected = "You squared the numbers; 2 is the only one for which that is the same. Multiply by 2."
    assert ("squares", "doubles the example", expected) == (
        misconception.name,
        misconception.fails,
        misconception.remedy,
    )


def test_a_variant_needs_no_name() -> None:
    """A second version of a misconception is named after it."""
    (variant,) = read(SAMPLE).variants
    assert (variant.name, variant.of, variant.remedy) == ("squares, written differently", "squares", None)


def test_texts_know_their_lines() -> None:
    """Tracebacks can name the line of the file."""
    exercise = read(SAMPLE)
    lines = TEXT.split("\n")
    for part in (*exercise.statement, *exercise.checks, exercise.reference, *exercise.alternatives):
        if getattr(part, "kind", "code") == "code":
            assert part.text.split("\n")[0] == lines[part.line - 1]


def test_the_starter_keeps_everything_but_the_solution() -> None:
    """A learner finds the docstring and one stub in place of the solution."""
    text = starter(read(SAMPLE))
    assert text.split("\n")[-1] == "    raise NotImplementedError"
    assert "FACTOR = 2" in text
    assert "np.asarray" not in text


def test_the_starter_is_what_nbgrader_makes() -> None:
    """The self-check recognises the untouched cell that nbgrader wrote."""
    from nbformat.v4 import new_code_cell, new_notebook
    from nbgrader.preprocessors import ClearSolutions

    text = read(SAMPLE).reference.text + (
        "\n\nclass Pair:"
        "\n    def first(self):\n        ### BEGIN SOLUTION\n        return 1\n        ### END SOLUTION"
        "\n\n    def second(self):\n        ### BEGIN SOLUTION\n        return 2\n        ### END SOLUTION"
    )
    exercise = parse(changed(read(SAMPLE).reference.text, text), SAMPLE)
    nbgrader = {"solution": True, "grade": False, "locked": False, "grade_id": "a", "schema_version": 3}
    notebook = new_notebook(cells=[new_code_cell(text, metadata={"nbgrader": nbgrader})])
    cleared, _ = ClearSolutions(code_stub={"python": "raise NotImplementedError"}).preprocess(notebook, {})
    assert cleared.cells[0].source == starter(exercise)


def test_answer_names_are_what_the_cell_binds() -> None:
    """Functions, classes and assignments of the answer cell are its names."""
    assert answer_names(read(SAMPLE)) == ("FACTOR", "double")


HEADER_MISTAKES = {
    "unknown header key": ("minutes: 15", "minute: 15", "'minute' in the header", "'minutes'"),
    "missing header key": (
        "# version: 3\n",
        "",
        "no 'version' in the header",
        "version: a whole number from 1",
    ),
    "no title": (
        "Double every number\n",
        "\n",
        "title None",
        "one line of text, quoted where it holds a colon",
    ),
    "version of the wrong type": ("version: 3", "version: 1.5", "version 1.5", "a whole number from 1"),
    "boolean version": ("version: 3", "version: true", "version True", "a whole number from 1"),
    "skills as text": ("[S025, S108]", "S025", "skills 'S025'", "a list of skills such as [S025, S108]"),
    "skill in another format": (
        "S108]",
        "S8]",
        "skills ['S025', 'S8']",
        "a list of skills such as [S025, S108]",
    ),
    "no skills": ("[S025, S108]", "[]", "skills []", "a list of skills such as [S025, S108]"),
    "four stars": ("stars: 2", "stars: 4", "stars 4", "1, 2 or 3"),
    "no minutes": ("minutes: 15", "minutes: 0", "minutes 0", "a whole number of minutes from 1"),
    "unknown extra": ("was:", "requires: [julia]\n# was:", "requires ['julia']", "a list of extras"),
    "limit of zero": ("was:", "limit: 0\n# was:", "limit 0", "seconds, a number above 0"),
    "key twice": ("minutes: 15", "stars: 2", "'stars' twice in the header", "each key once"),
    "unreadable YAML": ("Double every number", "a: b", "a header that YAML cannot read", "key: value"),
    "another id than the file": (
        "id: double",
        "id: triple",
        "the id 'triple' in the file 'e2_double.py'",
        "id: double",
    ),
    "points": ("stars: 2", "stars: 3", "4 points in all checks together with stars: 3", "6 points"),
}

CELL_MISTAKES = {
    "unknown role": ('role="shared"', 'role="share"', "the role 'share'", "'shared'"),
    "unknown option": ("points=0", "points=0 point=1", "'point' in a cell with the role 'check'", "'points'"),
    "option that the role lacks": ('"by adding"', '"by adding" points=2', "'points' in a cell", "'name'"),
    "option without a role": ("# %%\nimport", '# %% name="set-up"\nimport', "'name' in a cell", "nothing"),
    "unreadable options": ("points=0", "points=nil", "the option 'points=nil'", "key=value"),
    "title instead of a role": ('# %% role="shared"', "# %% shared", "the title 'shared'", "options only"),
    "picture without its function": (
        'role="shared"',
        'role="picture"',
        "no 'picture' in a cell with the role 'picture'",
        "def picture",
    ),
    "missing option": (' name="by adding"', "", "no 'name' in a cell with the role 'alternative'", "name:"),
    "points of the wrong type": ("points=0", "points=0.5", "points 0.5", "a whole number from 0"),
    "hidden of the wrong type": ("hidden=true", "hidden=1", "hidden 1", "true or false"),
    "where of the wrong kind": ("points=0", 'points=0 where="there"', "where 'there'", '"judge" or "inside"'),
    "wrong kind of cell": (
        '# %% [markdown] role="hint"',
        '# %% role="hint"',
        "a code cell with the role 'hint'",
        "a markdown",
    ),
    "raw cell": ("# %%\nimport numpy as np", "# %% [raw]\n# text", "a raw cell", "markdown or code"),
    "check name twice": (
        'name="doubles the',
        'name="keeps the shape" needs=[] where="inside" points=0\n1\n\n# %% role="check" name="doubles the',
        "a second check named 'keeps the shape'",
        "a name of its own",
    ),
    "answer name twice": (
        'name="squares"',
        'name="by adding"',
        "a second misconception named 'by adding'",
        "a name",
    ),
    "needs nothing above": (
        'needs="keeps the shape"',
        'needs="keeps the shap"',
        "needs='keeps the shap'",
        "'keeps the shape'",
    ),
    "needs itself": (
        'needs="keeps the shape"',
        'needs="doubles the example"',
        "needs='doubles the example', no check above",
        "'keeps the shape'",
    ),
    "misconception without fails": (
        ' fails="doubles the example"',
        "",
        "no 'fails' in a cell",
        "fails: the name",
    ),
    "fails names no check": (
        'fails="doubles the example"',
        'fails="tripled"',
        "fails='tripled'",
        "one of keeps",
    ),
    "variant of nothing": ('of="squares"', 'of="square"', "of='square'", "'squares'"),
}

TEXT_MISTAKES = {
    "no remedy": (
        "# You squared the numbers;\n# 2 is the only one for which that is the same. Multiply by 2.\n",
        "",
        "a misconception without a remedy",
        "one or two sentences",
    ),
    "another name in the answer": (
        "def double(x):\n    return np.add",
        "def twice(x):\n    return np.add",
        "no 'double' in a cell with the role 'alternative'",
        "def double",
    ),
    "syntax": ("return np.add(x, x)", "return np.add(x, x", "code that Python refuses", "valid Python"),
    "an assertion that is always true": (
        'assert double(np.array([1, 2])).tolist() == [2, 4], "double of [1, 2] is [2, 4]"',
        'assert (double(1) == 2, "wrong")',
        "code that Python refuses (assertion is always true",
        "valid Python",
    ),
    "invalid escape": ("CASES = [", 'PATTERN = "\\d"\nCASES = [', "code that Python refuses", "valid Python"),
    "return outside a function": ("CASES = [", "return [", "code that Python refuses", "valid Python"),
    "command": ("CASES = [", "# ls\nCASES = [", "a line that Jupyter runs as a command", "plain Python"),
    "prose without a comment sign": (
        "# Multiply the array",
        "Multiply the array",
        "the line 'Multiply the array",
        "a line that begins",
    ),
    "END without BEGIN": (
        "    ### BEGIN SOLUTION\n",
        "",
        "'### END SOLUTION'",
        "'### BEGIN SOLUTION', alone on its line",
    ),
    "BEGIN without END": (
        "    ### END SOLUTION\n",
        "",
        "'### BEGIN SOLUTION' without an end",
        "'### END SOLUTION' below it",
    ),
    "BEGIN beside code": (
        "    ### BEGIN SOLUTION",
        "    pass  ### BEGIN SOLUTION",
        "'pass  ### BEGIN SOLUTION'",
        "'### BEGIN SOLUTION', alone on its line",
    ),
    "empty solution": (
        "    doubled = np.asarray(x) * FACTOR\n    return doubled.reshape(np.shape(x))\n",
        "",
        "an empty solution region",
        "the solution",
    ),
    "words of nbgrader": (
        "# Gains are",
        "# BEGIN SOLUTION Gains are",
        "'BEGIN SOLUTION', which nbgrader acts upon",
        "other words",
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [*HEADER_MISTAKES.values(), *CELL_MISTAKES.values(), *TEXT_MISTAKES.values()],
    ids=[*HEADER_MISTAKES, *CELL_MISTAKES, *TEXT_MISTAKES],
)
def test_a_mistake_says_where_what_and_what_instead(old: str, new: str, found: str, expected: str) -> None:
    """Every kind of mistake is reported with what was found and what was expected."""
    matching = [
        mistake for mistake in mistakes(changed(old, new)) if found in mistake[1] and expected in mistake[2]
    ]
    assert len(matching) == 1, mistakes(changed(old, new))


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ('role="answer"', "no answer cells"),
        ('role="alternative"', "no alternative cells"),
        ('role="explanation"', "no explanation cells"),
        ("`return x * ...`", "2 hint cells"),
        ("Gains are", "no statement above the answer cell"),
    ],
)
def test_a_missing_cell_is_named(role: str, found: str) -> None:
    """What an exercise cannot do without is asked for."""
    assert found in [mistake[1] for mistake in mistakes(changed(cell_with(role), ""))]


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ('role="answer"', "2 answer cells"),
        ('role="shared"', "2 shared cells"),
        ('role="explanation"', "2 explanation cells"),
        ("`return x * ...`", "4 hint cells"),
    ],
)
def test_a_cell_too_many_is_named(role: str, found: str) -> None:
    """What an exercise has once may not come twice."""
    assert found in [mistake[1] for mistake in mistakes(TEXT + cell_with(role))]


def test_set_up_below_the_answer_is_a_mistake() -> None:
    """A learner runs set-up cells before the answer, so they stand above it."""
    text = TEXT.replace('# %% role="shared"', '# %%\nimport math\n\n# %% role="shared"')
    assert [(line_of("import math", text) - 1, "a code cell without a role below the answer cell")] == [
        mistake[:2] for mistake in mistakes(text)
    ]


def test_a_role_above_the_answer_is_a_mistake() -> None:
    """Checks and hints come after what they are about."""
    hint = cell_with("`return x * ...`")
    text = TEXT.replace(hint, "").replace('# %% role="answer"', hint + '# %% role="answer"')
    assert [mistake[1] for mistake in mistakes(text)] == ["a hint cell above the answer cell"]


def test_an_empty_cell_is_a_mistake() -> None:
    """Every cell says something."""
    assert "an empty hint cell" in [mistake[1] for mistake in mistakes(changed("# `return x * ...`\n", ""))]


def test_a_name_inside_the_solution_alone_is_a_mistake() -> None:
    """The starter defines what the reference defines."""
    text = changed("FACTOR = 2\n", "### BEGIN SOLUTION\nFACTOR = 2\n### END SOLUTION\n")
    assert [mistake[1] for mistake in mistakes(text)] == [
        "a starter with names that exist only inside the solution region"
    ]


def test_a_text_without_a_header_is_a_mistake() -> None:
    """The header is asked for by name."""
    text = TEXT[TEXT.index("# %%") :]
    assert mistakes(text)[0][1] == "no header"


@pytest.mark.parametrize("name", ["double.py", "e_double.py", "e02_double.py"])
def test_a_file_name_in_another_form_is_a_mistake(name: str) -> None:
    """Number and id are read off the file name."""
    assert [(1, f"the file name {name!r}")] == [m[:2] for m in mistakes(TEXT, SAMPLE.with_name(name))]


def test_a_folder_in_another_form_is_a_mistake() -> None:
    """The module's number is read off its folder."""
    path = SAMPLE.parents[1] / "vectors" / SAMPLE.name
    assert [mistake[:2] for mistake in mistakes(TEXT, path)] == [(1, "the folder 'vectors'")]


def test_mistakes_point_at_their_lines() -> None:
    """An author jumps from the message to the mistake."""
    text = changed("minutes: 15", "minutes: soon").replace("return np.add(x, x)", "return np.add(x, x")
    expected = [line_of("minutes:"), line_of("return np.add")]
    assert expected == [mistake[0] for mistake in mistakes(text)]


def test_all_mistakes_come_at_once() -> None:
    """Ten mistakes need one run, not ten."""
    text = TEXT
    for old, new, *_ in (*list(HEADER_MISTAKES.values())[:6:5], *list(CELL_MISTAKES.values())[:3]):
        text = text.replace(old, new, 1)
    assert len(mistakes(text)) >= 5


def test_bytes_that_are_no_text_are_a_mistake(tmp_path: Path) -> None:
    """A file in another encoding is named, not a traceback."""
    path = tmp_path / "e2_double.py"
    path.write_bytes(TEXT.encode("utf-16"))
    with pytest.raises(ContentErrors, match="expected UTF-8"):
        read(path)


def test_options_of_jupytext_are_ignored() -> None:
    """Editors may keep their own notes on a cell."""
    text = changed('role="shared"', 'role="shared" tags=["a"] lines_to_next_cell=2 slideshow.slide=1')
    assert read(SAMPLE).checks == parse(text, SAMPLE).checks


def test_reading_is_fast() -> None:
    """A learner's check does not wait for the parser: under 20 ms a file."""
    seconds = []
    for _ in range(5):
        begin = time.perf_counter()
        read(SAMPLE)
        seconds.append(time.perf_counter() - begin)
    assert min(seconds) < 0.02


def test_reading_needs_no_notebook_library() -> None:
    """The way to a learner's first check stays clear of imports that take a second."""
    program = f"""
import sys
from pathlib import Path
import course.catalog, course.source
course.source.read(Path({str(SAMPLE)!r}))
heavy = ("nbformat", "jupytext", "nbgrader", "typer", "rich", "numpy")
print([name for name in heavy if name in sys.modules])
"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.strip() == "[]"
