"""Reads the attacks: one file each, in a folder for its family.

The first line says what the attack may earn, the second what it tries; `# cell:` lines say into which cell
of a notebook the lines below them go. Every other answer stays the starter, so every point is forged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
FAMILIES = ("knowing", "writing", "forging", "exhausting", "escaping", "breaking")
_EXPECT = re.compile(r"# expect: (?P<points>(?:\w+ [\d.]+(?:, )?)+); (?P<status>graded|any); (?P<must>\S.*)")
_TRIES = re.compile(r"# tries: (?P<tries>\S.*)")
_CELL = re.compile(r"^# cell: (?P<place>.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attack:
    """What a hostile learner hands in."""

    name: str
    """`family/name`."""
    most: dict[str, float]
    """Points that it may earn, by course; it is handed in only to the courses named here."""
    status: str
    """`graded`, or `any` where a named reason is as good."""
    tries: str
    cells: tuple[tuple[str, str], ...]
    """Place and text: `added`, `answer NAME`, `every answer` or, where that takes long, `some answers`.

    In the text of the last two, ANSWER stands for the name.
    """

    @property
    def students(self) -> tuple[str, ...]:
        """Folder names under which it is handed in: twice where it leaves something for the next one."""
        return (
            (self.student, f"{self.student}-again") if self.name.startswith("writing/") else (self.student,)
        )

    @property
    def student(self) -> str:
        """The folder name under which it is handed in first."""
        return self.name.replace("/", "-").replace("_", "-")


def load_attacks() -> list[Attack]:
    """Return all attacks, by name; raises `ValueError` with the file whose header is malformed."""
    return [_read(path) for family in FAMILIES for path in sorted((FOLDER / family).glob("*.py"))]


def _read(path: Path) -> Attack:
    first, second, text = path.read_text(encoding="utf-8").split("\n", 2)
    expect, tries = _EXPECT.fullmatch(first), _TRIES.fullmatch(second)
    if expect is None or tries is None:
        raise ValueError(
            f"{path}: line 1 is `# expect: ours N, plain N; graded|any; what`, line 2 `# tries: …`"
        )
    points = {name: float(most) for name, most in (item.split() for item in expect["points"].split(", "))}
    _seen, *parts = _CELL.split(text)
    cells = tuple(zip(parts[::2], parts[1::2], strict=True))
    return Attack(f"{path.parent.name}/{path.stem}", points, expect["status"], tries["tries"], cells)
