"""What a card shows: from a `Result` to a page.

Here is decided which check is explained, what belongs to it and in which order; texts are made fit to be
shown and shortened here, for both renderings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.card_page import (
    Block,
    Checks,
    Drawing,
    Fold,
    Mark,
    Notice,
    Page,
    Prose,
    Source,
    Step,
    Subject,
    Text,
    Values,
)
from autograder.card_words import MARKS, MESSAGE_MARKS, NEXT, OFFERS, WRONG
from autograder.plain import shown
from autograder.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from autograder.card_words import MessageTone
    from autograder.verdict import Output, Raised, Result, SourceLine, Verdict

MAX_CHECKS, MAX_ARGUMENTS, MAX_FRAMES, MAX_PARAGRAPHS = 40, 6, 3, 12


def result_page(result: Result) -> Page:
    """Return the page of one checked answer."""
    focus = _focus(result)
    kind = focus.kind if focus else Kind.PASSED
    return Page(
        title=shown(f"{result.label} {result.title or result.exercise}".strip(), 200),
        mark=MARKS[kind],
        headline=_headline(result, kind),
        facts=_facts(result, kind),
        blocks=tuple(_body(result, kind, focus)),
    )


def message_page(title: str, paragraphs: Sequence[str], tone: MessageTone) -> Page:
    """Return the page of a message; its paragraphs are Markdown."""
    mark = MESSAGE_MARKS[tone]
    said = title.casefold().startswith(mark.headline.casefold())
    blocks = tuple(Prose(shown(text, 12_000, 250)) for text in paragraphs[:MAX_PARAGRAPHS])
    return Page(shown(title, 200), mark, "" if said else mark.headline, (), blocks)


def _focus(result: Result) -> Verdict | None:
    """Return the verdict to explain: what the learner can see comes before what is hidden."""
    open_ones = [verdict for verdict in result.verdicts if not verdict.passed]
    return min(open_ones, key=_rank, default=None)


def _rank(verdict: Verdict) -> int:
    if verdict.kind is Kind.BROKEN:
        return 0
    if verdict.kind in WRONG:
        return 2 if verdict.hidden else 1
    return 4 if verdict.kind is Kind.BLOCKED else 3


def _headline(result: Result, kind: Kind) -> str:
    begun = any(verdict.passed for verdict in result.verdicts)
    return "Not finished" if kind is Kind.NOT_ATTEMPTED and begun else MARKS[kind].headline


def _facts(result: Result, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.BROKEN:
        return ("your answer was not judged", "nothing was lost")
    if kind is Kind.UNAVAILABLE:
        return ("nothing was judged",)
    passed, count = sum(verdict.passed for verdict in result.verdicts), len(result.verdicts)
    checks = f"{passed} of {count} check{'s' * (count != 1)} passed"
    points = f"{result.points:g} of {result.max_points:g} point{'s' * (result.max_points != 1)}"
    return (checks, points) if result.max_points else (checks,)


def _body(result: Result, kind: Kind, focus: Verdict | None) -> Iterator[Block]:
    if focus is None:
        yield from _passed(result)
    elif kind is Kind.BROKEN:
        yield from _broken(result)
    elif kind in (Kind.NOT_ATTEMPTED, Kind.UNAVAILABLE):
        yield from _not_judged(result, focus)
    else:
        yield from _wrong(result, focus)


def _passed(result: Result) -> Iterator[Block]:
    yield Subject("What your answer has shown")
    yield _checks(result)
    if result.explanation:
        yield Subject("Why it works")
        yield Prose(shown(result.explanation, 12_000, 250))
    if way := result.other_way:
        code = f"```python\n{shown(way.text, 6_000, 120)}\n```"
        yield Fold(f"A different way: {shown(way.name, 160)}", (Prose(code),))
    yield _next(result, Kind.PASSED)


def _broken(result: Result) -> Iterator[Block]:
    yield Text(
        "This is our mistake, not yours: a check of this exercise went wrong by itself. "
        "Your answer was not judged, and no points were given or taken."
    )
    yield _next(result, Kind.BROKEN)
    faults = [verdict for verdict in result.verdicts if verdict.kind is Kind.BROKEN]
    report = "\n".join(f"{result.exercise} · {verdict.check}: {verdict.message}" for verdict in faults)
    yield Fold("For your report", (Values((("What went wrong", shown(report, 1_200, 12)),)),))


def _not_judged(result: Result, focus: Verdict) -> Iterator[Block]:
    if focus.message:
        needs = focus.kind is Kind.UNAVAILABLE and focus.message.startswith("needs ")
        yield Text(shown(f"This exercise {focus.message}." if needs else focus.message, 600, 6))
    if focus.kind is Kind.UNAVAILABLE:
        yield Text("That says something about this computer, nothing about your answer.")
    yield _next(result, focus.kind)
    if any(verdict.kind not in (focus.kind, Kind.BLOCKED) for verdict in result.verdicts):
        yield Subject("All checks")
        yield _checks(result)
    elif focus.kind is Kind.NOT_ATTEMPTED:
        yield Fold("What will be checked", (_checks(result),))


def _wrong(result: Result, focus: Verdict) -> Iterator[Block]:
    yield Subject(shown(focus.check, 200), MARKS[focus.kind], "hidden" if focus.hidden else "")
    if focus.message:
        waits = focus.kind is Kind.BLOCKED
        yield Text(shown(f"This check {focus.message}." if waits else focus.message, 1_000, 14))
    if focus.raised:
        yield from _raised(focus.raised, focus.message)
    if result.diagnosis:
        name = shown(result.diagnosis.name, 160)
        yield Notice(f"Probable cause: {name}", shown(result.diagnosis.remedy, 800, 12))
    yield from _evidence(focus)
    yield from _output(focus.output)
    yield Subject("All checks")
    yield _checks(result)
    pointed_at = focus.raised is not None and bool(focus.raised.lines)
    yield _next(result, focus.kind if pointed_at or focus.kind is not Kind.RAISED else Kind.FAILED)


def _raised(raised: Raised, message: str) -> Iterator[Block]:
    said = f"{raised.type}: {raised.message}" if raised.message else raised.type
    if raised.type not in message or raised.message not in message:
        yield Text(shown(said, 600, 10))
    if len(raised.lines) > 1:
        outer = raised.lines[:-1][-MAX_FRAMES:]
        way = "\n".join(f"{_place(line)}: {shown(line.text, 160)}" for line in outer)
        yield Values((("On the way there", way),))
    if raised.lines:
        yield _source(raised.lines[-1])


def _source(line: SourceLine) -> Source:
    context = line.context or ((line.number, line.text),)
    nearest = sorted(context, key=lambda row: abs(row[0] - line.number))[:7]
    return Source(
        _place(line), tuple((number, shown(text, 160)) for number, text in sorted(nearest)), line.number
    )


def _place(line: SourceLine) -> str:
    inside = "" if line.function in ("", "<module>") else f" in {shown(line.function, 80)}"
    return f"Line {line.number}{inside}"


def _evidence(verdict: Verdict) -> Iterator[Block]:
    """What was called, what came back, and (visible checks only) what should have."""
    if verdict.call or verdict.arguments:
        yield Values((("The call", _call(verdict)),))
    expected = "" if verdict.hidden else verdict.expected
    label = "Expected, for example" if verdict.for_example else "Expected"
    parts = (("Your answer", verdict.answer), (label, expected))
    if values := tuple((label, shown(text, 2_000, 24, 240)) for label, text in parts if text):
        yield Values(values)
    if verdict.difference and not verdict.hidden:
        yield Text(shown(verdict.difference, 300, 3))
    if picture := verdict.picture:
        yield Drawing(picture.svg, shown(picture.alt, 600))
    if verdict.note:
        yield Text(shown(verdict.note, 300, 3), "Note")


def _call(verdict: Verdict) -> str:
    """Return the call and, below it, each argument with its name in a column of its own."""
    arguments = [
        (shown(name, 30), shown(text, 1_000, 14, 240)) for name, text in verdict.arguments[:MAX_ARGUMENTS]
    ]
    width = max((len(name) for name, _ in arguments), default=0)
    rows = [f"{name:<{width}} = {_indented(text, width + 3)}" for name, text in arguments]
    if more := len(verdict.arguments) - len(arguments):
        rows.append(f"… {more} more argument{'s' * (more != 1)} …")
    call = shown(verdict.call, 240, 4)
    return "\n".join([*([call] if call else []), *rows])


def _indented(text: str, spaces: int) -> str:
    return text.replace("\n", "\n" + " " * spaces)


def _output(output: Output) -> Iterator[Block]:
    parts = (
        ("Printed", shown(output.stdout, 1_200, 20, 240)),
        ("On standard error", shown(output.stderr, 600, 10, 240)),
        ("Warnings", "\n".join(shown(text, 200) for text in output.warnings[:5])),
    )
    if found := tuple(Values(((label, text),)) for label, text in parts if text.strip()):
        words = [label.lower() for label, text in parts if text.strip()]
        yield Fold(f"What your code put out during this call ({', '.join(words)})", found)


def _checks(result: Result) -> Checks:
    rows = tuple(_row(verdict) for verdict in result.verdicts[:MAX_CHECKS])
    return Checks(rows, max(len(result.verdicts) - MAX_CHECKS, 0))


def _row(verdict: Verdict) -> tuple[Mark, str, str, str]:
    waits = shown(verdict.message, 200) if verdict.kind is Kind.BLOCKED else ""
    aside = ", ".join(part for part in ("hidden" if verdict.hidden else "", waits) if part)
    points = f"{verdict.points:g} of {verdict.max_points:g}" if verdict.max_points else ""
    return MARKS[verdict.kind], shown(verdict.check, 160), aside, points


def _next(result: Result, kind: Kind) -> Step:
    if kind not in OFFERS:
        return Step(NEXT[kind])
    offer, name = OFFERS[kind]
    return Step(NEXT[kind], offer, f'from autograder import {name}\n{name}("{shown(result.exercise, 60)}")')
