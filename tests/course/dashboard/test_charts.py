"""Pictures are well-formed, described, and never tell anything by colour alone."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from course.dashboard.charts import days, glyph
from course.dashboard.skill_map import boxes, skill_map
from course.mastery import State
from course.overview import overview_of
from course.syllabus import read_syllabus
from tests.learners.sample_course import whole_course
from tests.learners.simulate import LEARNERS, NOW, simulated

COURSE = whole_course()
SVG = "{http://www.w3.org/2000/svg}"


def parsed(picture: str) -> ET.Element:
    """Read a picture that was drawn a moment ago; fails where it is not well-formed."""
    return ET.fromstring(picture)  # noqa: S314 - our own


@pytest.mark.parametrize("name", sorted(LEARNERS))
def test_every_picture_is_well_formed_and_described(name: str) -> None:
    """A screen reader gets one sentence for each, and both themes the same drawing."""
    found = overview_of(COURSE, simulated(name, COURSE.tasks), NOW)

    for picture in (days(found.activity, "page"), skill_map(found, "page")):
        root = parsed(picture)
        assert root.get("role") == "img"
        assert len(root.get("aria-label") or "") > 20
        assert re.search(r":#[0-9a-f]{6}", str(picture)) is None
    assert 'alt="Days of the last 12 weeks' in days(found.activity, "notebook")


def test_each_state_has_a_shape_of_its_own() -> None:
    """Without any colour, five states and the coming one look different."""
    drawn = {
        glyph((0, 0), state, "page", coming=coming).replace("fill", "")
        for state in State
        for coming in (False, True)
    }
    shapes = {glyph((0, 0), state, "page") for state in State}

    assert len(shapes) == 5
    assert glyph((0, 0), State.NOT_STARTED, "page", coming=True) not in shapes
    assert len(drawn) > 5


def test_a_busier_day_has_a_larger_square() -> None:
    """The size says what the shade says."""
    found = overview_of(COURSE, simulated("steady", COURSE.tasks), NOW)
    root = parsed(days(found.activity, "page"))
    sizes = {
        int((group.findtext(f"{SVG}title") or "0").rpartition(" ")[2]): float(
            group.findall(f"{SVG}rect")[-1].get("width") or 0
        )
        for group in root.findall(f"{SVG}g")
    }

    assert [size for _, size in sorted(sizes.items()) if size != 17] == sorted(
        s for s in sizes.values() if s != 17
    )
    assert len({sizes[count] for count in sizes if count}) >= 2


def test_the_map_shows_every_module_once_below_what_comes_before() -> None:
    """No two boxes overlap, and each stands lower than the modules that lead to it."""
    placed = boxes(overview_of(COURSE, (), NOW))
    by_number = {box.module.number: box for box in placed}

    assert sorted(by_number) == list(range(20))
    assert len({(box.x, box.y) for box in placed}) == 20
    assert [b.module.number for b in placed for before in b.module.after if by_number[before].y >= b.y] == []
    rows = [sorted(box.x for box in placed if box.y == y) for y in {box.y for box in placed}]
    assert min(b - a for row in rows for a, b in pairwise(row)) > 206


@pytest.mark.parametrize("syllabus", [COURSE, read_syllabus()], ids=["whole", "as it is"])
def test_every_skill_that_exercises_show_has_one_home_on_the_map(syllabus: object) -> None:
    """Planned skills stand where they will be shown first."""
    found = overview_of(syllabus, (), NOW)  # ty: ignore[invalid-argument-type]
    shown = [view.skill.id for box in boxes(found) for view in box.skills]
    expected = [skill.id for skill in found.syllabus.skills if skill.kind == "exercise"]

    assert sorted(shown) == sorted(expected)
