"""Our reader of py:percent and jupytext see the same cells."""

from __future__ import annotations

from pathlib import Path

import jupytext
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.cells import split

ROOT = Path(__file__).parents[2]
CONTENT = sorted([*ROOT.glob("modules/*/*.py"), *ROOT.glob("tests/course/data/modules/*/*.py")])
OF_JUPYTEXT = ("lines_to_next_cell", "lines_to_end_of_cell_marker", "region_name", "cell_depth", "title")

MARKERS = [
    "# %%",
    "#%%",
    "    # %% indented",
    "# %%%% deeper",
    "# %% Some title",
    "# %% [markdown]",
    "# %% [md]",
    "# %% [raw]",
    "# In[3]:",
    '# %% role="check" name="a b=1 [x]" points=2 hidden=true',
    "# %% [markdown] role='hint' x.y=[1, 2]",
    '# %% needs=["a", "b"] limit=0.5 of=null',
]
HEADER = ["# ---", "# title: x", "# ---"]
CODE = [
    "x = 1",
    "# note",
    "def f():",
    "    return 2",
    "t = 'a # b'",
    "print('it''s')",
    '"""doc"""',
    's = """',
    '"""',
    "'''",
]
PROSE = ["# text", "#text", "#", "# ```", "# ```python", "# ~~~", "# # Heading", "# %% inside a fence?"]
COMMANDS = [
    "# %matplotlib inline",
    "%time f()",
    "# %%timeit",
    "# !ls",
    "# ls x",
    "# why?",
    "# a = !ls",
    "cat = 1",
]
LINES = st.sampled_from([*MARKERS, *HEADER, *CODE, *PROSE, *COMMANDS, "", "", "", "  "])


def by_jupytext(text: str) -> list[tuple]:
    """What jupytext reads, its own notes left out."""
    cells = jupytext.reads(text, "py:percent").cells
    return [
        (
            cell.cell_type,
            cell.source,
            {key: value for key, value in cell.metadata.items() if key not in OF_JUPYTEXT},
            cell.metadata.get("title", ""),
        )
        for cell in cells
    ]


def by_us(text: str) -> list[tuple]:
    """What we read, in the same form."""
    return [(cell.kind, cell.text, cell.options, cell.title) for cell in split(text)]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_content_file_is_read_as_jupytext_reads_it(path: Path) -> None:
    """An author sees in an editor exactly the cells that the course works with."""
    text = path.read_text(encoding="utf-8")
    assert by_jupytext(text) == by_us(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_text_is_read_as_jupytext_reads_it(lines: list[str]) -> None:
    """Whatever stands in a file, both readers see the same cells, or ours names a problem."""
    text = "\n".join(lines)
    if not any(cell.problems for cell in split(text)):
        assert by_jupytext(text) == by_us(text)


@given(st.lists(LINES, max_size=25))
def test_lines_point_at_the_text(lines: list[str]) -> None:
    """The line of a code cell is where its text stands in the file."""
    for cell in split("\n".join(lines)):
        if cell.kind == "code" and not cell.commands and cell.text:
            count = cell.text.count("\n") + 1
            assert cell.text.split("\n") == lines[cell.line - 1 : cell.line - 1 + count]


def test_a_marker_inside_a_string_opens_no_cell() -> None:
    """Code may talk about cell markers."""
    text = 's = """\n# %%\n"""'
    assert [text] == [cell.text for cell in split(text)]


def test_a_marker_inside_a_fenced_block_opens_no_cell() -> None:
    """Prose may show cell markers in a code block."""
    cells = split("# %% [markdown]\n# ```\n# %% no cell\n# ```\n# %%\n1")
    assert [cell.text for cell in cells] == ["```\n%% no cell\n```", "1"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ('role="check" hidden', "the option 'hidden'"),
        ("points=02", "the option 'points=02'"),
        ("name=two words", "the option 'name=two words'"),
        ('name="open', "the option 'name=\"open'"),
        ('role="check" role="hint"', "role= twice"),
    ],
)
def test_unreadable_options_are_problems(options: str, found: str) -> None:
    """Options that nobody can read are named with their line."""
    (cell,) = split(f"# %% {options}\n1")
    assert [(1, found)] == [(problem.line, problem.found) for problem in cell.problems]


def test_prose_without_a_comment_sign_is_a_problem() -> None:
    """A forgotten '# ' in a markdown cell is found on its line."""
    (cell,) = split("# %% [markdown]\n# Right.\nWrong.")
    assert [problem.line for problem in cell.problems] == [3]


def test_commands_of_jupyter_are_numbered() -> None:
    """Lines that Jupyter runs as commands are told apart from Python."""
    (cell,) = split("# %%\nx = 1\n# %time x\n# ls folder\n# a remark")
    assert (cell.text, cell.commands) == ("x = 1\n%time x\nls folder\n# a remark", (3, 4))
