"""Which of a learner's cells is which of the course's cells.

JupyterLab keeps ids; other programs renew or drop them; a copied cell brings nbgrader's name along, and so
does each half of one that was split. So cells are known by id first, then by nbgrader's name, then by their
text, and nothing is claimed twice: what is left over is the learner's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.notebook_files import Cell, grade_id, print_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Identity = str | None


def match(
    mine: Sequence[Cell], offered: Sequence[Cell], base: Mapping[str, str], renamed: Mapping[str, str]
) -> list[Identity]:
    """Return for each of the learner's cells the id of the course's cell that it is, or None.

    `base` holds the fingerprints of the cells that the course wrote earlier, by id; a cell that the course no
    longer has is found in it. `renamed` has the present name of each exercise that had another one.
    """
    names = {grade_id(cell): cell["id"] for cell in offered if grade_id(cell)}
    texts = {base[cell["id"]]: cell["id"] for cell in offered if cell["id"] in base}
    texts |= {print_of(cell): cell["id"] for cell in offered}
    known = {*base, *(cell["id"] for cell in offered)}

    def by_id(cell: Cell) -> Identity:
        identity = cell.get("id")
        return identity if identity in known and by_name(cell) in (None, identity) else None

    def by_name(cell: Cell) -> Identity:
        return names.get(_present_name(cell, renamed))

    def by_text(cell: Cell) -> Identity:
        return texts.get(print_of(cell))

    return _claim(mine, (by_id, by_name, by_text))


def _claim(mine: Sequence[Cell], ways: Iterable[Callable[[Cell], Identity]]) -> list[Identity]:
    """Ask one way after the other about the cells that are still unknown; the first claim counts."""
    found: dict[int, str] = {}
    for way in ways:
        for place, cell in enumerate(mine):
            identity = way(cell) if place not in found else None
            if identity is not None and identity not in found.values():
                found[place] = identity
    return [found.get(place) for place in range(len(mine))]


def _present_name(cell: Cell, renamed: Mapping[str, str]) -> str | None:
    """Return nbgrader's name for a cell, with the exercise's present id in it."""
    name = grade_id(cell)
    if name is None:
        return None
    exercise, dash, role = name.partition("-")
    return f"{renamed.get(exercise, exercise)}{dash}{role}"
