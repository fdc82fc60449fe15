"""The words and shapes of a card for each way in which a check can end.

What a single check found is worded where it is judged (`autograder.wording`); here is what belongs to the
card as a whole. No two verdicts share a shape or a word, so that nobody needs the colours.
"""

from __future__ import annotations

from typing import Literal

from autograder.card_page import Mark
from autograder.verdict import Kind

MessageTone = Literal["info", "hint", "solution", "fault"]

MARKS = {
    Kind.PASSED: Mark("✓", "passed", "Passed", "good"),
    Kind.FAILED: Mark("✗", "failed", "Not yet", "bad"),
    Kind.RAISED: Mark("▲", "error", "Your code raised an error", "bad"),
    Kind.NOT_ATTEMPTED: Mark("○", "to do", "Not started", "calm"),
    Kind.BLOCKED: Mark("◌", "waiting", "Waiting", "calm"),
    Kind.TIMEOUT: Mark("◷", "too slow", "Out of time", "warn"),
    Kind.MEMORY: Mark("■", "memory", "Out of memory", "warn"),
    Kind.UNAVAILABLE: Mark("◇", "not available", "Not available here", "calm"),
    Kind.BROKEN: Mark("◆", "not judged", "Our mistake, not yours", "note"),
}
MESSAGE_MARKS: dict[MessageTone, Mark] = {
    "info": Mark("●", "", "", "calm"),
    "hint": Mark("◔", "", "Hint", "note"),
    "solution": Mark("★", "", "Solution", "good"),
    "fault": Mark("◆", "", MARKS[Kind.BROKEN].headline, "note"),
}

WRONG = (Kind.FAILED, Kind.RAISED, Kind.TIMEOUT, Kind.MEMORY)

NEXT = {
    Kind.PASSED: "Go on to the next exercise.",
    Kind.FAILED: "Change your answer, run its cell, and check again.",
    Kind.RAISED: "Mend the line that the arrow points at, run the cell, and check again.",
    Kind.TIMEOUT: "Change the step that takes so long, run the cell, and check again.",
    Kind.MEMORY: "Change the step that needs so much memory, run the cell, and check again.",
    Kind.NOT_ATTEMPTED: "A first line that returns something of the promised shape is enough to begin: "
    "the checks then tell you what is missing.",
    Kind.BLOCKED: "Change your answer, run its cell, and check again.",
    Kind.UNAVAILABLE: "Install what is missing, restart the kernel, run the notebook, and check again; "
    "or go on with another exercise.",
    Kind.BROKEN: "Keep your answer as it is and go on with another exercise. Please report the text below, "
    "so that we can mend it.",
}

OFFERS = {
    **dict.fromkeys((*WRONG, Kind.NOT_ATTEMPTED, Kind.BLOCKED), ("For a hint, run", "hint")),
    Kind.PASSED: ("To compare with our solution, run", "solution"),
}
"""What comes with the next step: an offer, and the function that keeps it."""
