"""Merging keeps what the learner typed and brings what the course changed."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.merge_notebooks import Merged, Unmatched, merge
from course.notebook_files import UnreadableNotebook, cell_prints, read
from tests.course.sample_notebooks import (
    Cell,
    answer,
    cells,
    code,
    exercise,
    grade,
    markdown,
    notebook,
    ran,
    statement,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LESSON = [markdown("one", "# One"), code("two", "a = 1"), markdown("three", "End")]


def merged(
    mine: Sequence[Cell], offered: Sequence[Cell], base: Sequence[Cell] = (), **renamed: str
) -> Merged:
    """Merge notebooks with these cells."""
    return merge(notebook(*mine), notebook(*offered), cell_prints(read(notebook(*base))), renamed)


def result(mine: Sequence[Cell], offered: Sequence[Cell], base: Sequence[Cell] = ()) -> list[str]:
    """Return the texts of the merged notebook."""
    return texts(merged(mine, offered, base).content)


def test_an_answer_stays_and_everything_around_it_follows_the_course() -> None:
    """The learner owns the answer cell, the course its statement, its check and its metadata."""
    base = exercise("project")
    mine = [base[0], ran(answer("project", "mine")), ran(base[2])]
    offered = [statement("project", "Write it well."), answer("project", "new starter"), grade("project", 2)]

    done = merged(mine, offered, base)

    assert texts(done.content) == ["Write it well.", "mine", offered[2]["source"]]
    assert cells(done.content)[1]["outputs"] == mine[1]["outputs"]
    assert cells(done.content)[2] == offered[2]
    assert (done.answers, done.added, done.edits, done.new_starters) == (1, 0, 0, ("project",))


@pytest.mark.parametrize("left", ["raise NotImplementedError", "", "  \n"])
def test_an_answer_cell_without_an_answer_gets_the_new_starter(left: str) -> None:
    """The starter, untouched or wiped out, is the course's."""
    base = exercise("project")
    offered = [base[0], answer("project", "new starter"), base[2]]

    assert result([base[0], answer("project", left), base[2]], offered, base)[1] == "new starter"


def test_outputs_stay_where_their_text_stays() -> None:
    """A lesson that was run stays run, except where the course changed the code or the check."""
    offered = [LESSON[0], LESSON[1], code("new", "b = 2"), grade("project", 2)]
    base = [*LESSON[:2], code("new", "b = 1"), grade("project")]

    done = cells(merged([base[0], *map(ran, base[1:])], offered, base).content)

    assert [len(cell.get("outputs", [])) for cell in done] == [0, 1, 0, 0]


def test_added_cells_stay_below_what_they_stood_below() -> None:
    """Notes at the top, between and at the end keep their places, also where the course inserts a cell."""
    mine = [code("x", "top"), LESSON[0], code("y", "mine"), *LESSON[1:], code("z", "last")]
    offered = [LESSON[0], markdown("new", "News"), *LESSON[1:]]

    assert result(mine, offered, LESSON) == ["top", "# One", "mine", "News", "a = 1", "End", "last"]


@pytest.mark.parametrize("base", [LESSON, []], ids=["with fingerprints", "without"])
def test_edits_to_the_courses_cells_become_cells_of_their_own(base: list[Cell]) -> None:
    """The course's text comes back, and the learner's text stands below it, with a line that says why."""
    mine = [markdown("one", "# One\n\nmy note"), code("two", "%%time\na = 2"), LESSON[2]]
    done = merged(mine, LESSON, base)

    first, note, kept, second, other_note, other, last = texts(done.content)
    assert (first, kept, second, other, last) == (
        "# One",
        "# One\n\nmy note",
        "a = 1",
        "%%time\na = 2",
        "End",
    )
    assert note == other_note
    assert "Your version" in note
    assert done.edits == 2


def test_a_course_cell_that_changed_is_no_edit_of_the_learner() -> None:
    """What the course wrote earlier and writes differently now is replaced without a trace."""
    offered = [LESSON[0], code("two", "a = 2"), LESSON[2]]

    assert result(LESSON, offered, LESSON) == ["# One", "a = 2", "End"]


def test_deleted_and_moved_cells_of_the_course_come_back() -> None:
    """The course owns its cells and their order."""
    assert result([LESSON[2], LESSON[0]], LESSON, LESSON) == ["# One", "a = 1", "End"]


def test_a_copied_or_split_answer_is_kept_and_nbgrader_sees_one() -> None:
    """A second cell with nbgrader's name becomes the learner's own, with an id of its own."""
    base = exercise("project")
    copy = {**answer("project", "second half"), "id": "other"}
    done = cells(merged([base[0], answer("project", "first half"), copy, base[2]], base, base).content)

    assert [cell["source"] for cell in done[1:3]] == ["first half", "second half"]
    assert ["nbgrader" in cell["metadata"] for cell in done] == [True, True, False, True]


def test_an_answer_that_became_markdown_is_kept_beside_the_starter() -> None:
    """A code cell has to stand there, for nbgrader."""
    base = exercise("project")
    turned = {**answer("project", "In words"), "cell_type": "markdown"}

    texts_now = result([base[0], turned, base[2]], base, base)

    assert texts_now[1] == "raise NotImplementedError"
    assert "In words" in texts_now


def test_what_the_course_removed_goes_unless_the_learner_wrote_in_it() -> None:
    """An answer to an exercise that is gone becomes the learner's own cell; untouched cells leave."""
    base = [*exercise("project"), *exercise("pca")]
    mine = [*base[:4], answer("pca", "mine"), base[5]]

    done = merged(mine, base[:3], base)

    assert texts(done.content)[:3] == [cell["source"] for cell in base[:3]]
    assert texts(done.content)[4:] == ["mine"]
    assert done.edits == 1


def test_the_answer_to_a_renamed_exercise_moves_along() -> None:
    """The exercise's former name still finds it, and its unchanged statement is no edit."""
    mine = [statement("old", "Old words."), answer("old", "mine"), grade("old")]
    offered = exercise("new")

    done = merged(mine, offered, [statement("old", "Old words."), *exercise("old")[1:]], old="new")

    assert texts(done.content) == ["Write it.", "mine", offered[2]["source"]]


def test_a_program_that_renewed_or_dropped_the_ids_does_no_harm() -> None:
    """Cells are then known by nbgrader's name or by their text."""
    base = [*LESSON, *exercise("project")]
    mine = [*deepcopy(LESSON), statement("project"), answer("project", "mine"), grade("project")]
    for number, cell in enumerate(mine):
        cell.pop("id")
        if number % 2:
            cell["id"] = f"fresh{number}"

    assert result(mine, base, base) == [*texts(notebook(*LESSON)), "Write it.", "mine", base[5]["source"]]


def test_the_learners_kernel_and_other_settings_stay() -> None:
    """A notebook keeps its own metadata and newer formats."""
    mine = notebook(*LESSON).replace(
        b'"metadata": {},\n "nbformat"', b'"metadata": {"kernelspec": "mine"},\n "nbformat"'
    )
    done = read(merge(mine, notebook(*LESSON), {}, {}).content)

    assert done["metadata"] == {"kernelspec": "mine"}


@pytest.mark.parametrize(
    "content",
    [
        notebook(*LESSON)[:-40],
        b'{"nbformat": 3, "worksheets": []}',
        b"[]",
        b'{"nbformat": 4, "cells": [1]}',
        b"[" * 99999,
    ],
)
def test_what_is_no_notebook_is_refused(content: bytes) -> None:
    """Half a file, another format and other data are never guessed at."""
    with pytest.raises(UnreadableNotebook):
        merge(content, notebook(*LESSON), {}, {})


def test_a_notebook_of_the_learners_own_is_refused() -> None:
    """Nothing in common means that it is not the course's notebook."""
    with pytest.raises(Unmatched):
        merged([code("x", "mine")], LESSON, LESSON)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Return a notebook as the course wrote it, as a learner left it, and as the course has it now."""
    names = draw(st.permutations(["a", "b", "c"]))
    base = [cell for name in names for cell in exercise(name)] + deepcopy(LESSON)
    return base, draw(changed(base, "x", learner=True)), draw(changed(base, "y", learner=False))


@st.composite
def changed(draw: st.DrawFn, base: list[Cell], prefix: str, *, learner: bool) -> list[Cell]:
    """Return cells after any number of edits, deletions, additions, copies and moves."""
    cells_now = deepcopy(base)
    for number in range(draw(st.integers(0, 8))):
        place = draw(st.integers(0, len(cells_now) - 1))
        what = draw(
            st.sampled_from(["edit", "delete", "add", "move", *(["copy", "lose id"] if learner else [])])
        )
        if what == "edit":
            cells_now[place]["source"] = draw(TEXT)
        elif what == "delete" and len(cells_now) > 2:
            cells_now.pop(place)
        elif what == "add":
            make = draw(st.sampled_from([code, markdown]))
            cells_now.insert(place, make(f"{prefix}{number}", draw(TEXT)))
        elif what == "move":
            cells_now.insert(draw(st.integers(0, len(cells_now) - 1)), cells_now.pop(place))
        elif what == "copy":
            cells_now.insert(place, {**deepcopy(cells_now[place]), "id": f"{prefix}{number}"})
        elif what == "lose id":
            cells_now[place].pop("id", None)
    return cells_now


@settings(max_examples=150, deadline=None)
@given(history=histories(), knows_base=st.booleans())
def test_whatever_the_learner_typed_is_in_the_result(
    *, history: tuple[list[Cell], list[Cell], list[Cell]], knows_base: bool
) -> None:
    """Any learner's changes meet any of the course's: no text is lost, and the course's cells are all there."""
    base, mine, offered = history
    try:
        done = merged(mine, offered, base if knows_base else [])
    except Unmatched:
        return
    now = cells(done.content)

    of_the_course = {cell["source"] for cell in [*base, *offered]}
    typed = {cell["source"] for cell in mine if cell["source"].strip()} - of_the_course
    assert typed <= {cell["source"] for cell in now}
    ids = [cell["id"] for cell in now]
    assert len(set(ids)) == len(ids)
    assert [each for each in ids if each in {cell["id"] for cell in offered}] == [
        cell["id"] for cell in offered
    ]
    nbformat.validate(nbformat.reads(done.content.decode(), 4))


@settings(max_examples=100, deadline=None)
@given(histories())
def test_merging_twice_is_merging_once(history: tuple[list[Cell], list[Cell], list[Cell]]) -> None:
    """An update that is repeated, or that was interrupted before it was noted, changes nothing more."""
    base, mine, offered = history
    try:
        once = merged(mine, offered, base).content
    except Unmatched:
        return

    for known in (base, offered):
        assert merged(cells(once), offered, known).content == once
