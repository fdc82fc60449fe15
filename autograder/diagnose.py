"""Names the misconception that an answer shows, by comparing traces.

A misconception is a candidate when it fails every check that the answer fails and none that the answer
passes. Among candidates, in this order: the trace is the same (to the bit, then to seven digits); it is
the same wherever the answer differs from the reference; the same assertion failed with the same message.
Two candidates at one step are a tie, and a tie names nobody: a wrong remedy is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.verdict import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from autograder.trace import Trace

    Traces = Mapping[str, Trace]
    """Traces by check name; checks that did not run are absent."""

_NOT_RUN = (None, Kind.BLOCKED, Kind.NOT_ATTEMPTED, Kind.UNAVAILABLE, Kind.BROKEN)


def diagnose(answer: Traces, reference: Traces, misconceptions: Mapping[str, Traces]) -> str | None:
    """Return the name of the one misconception that explains how an answer failed, else None."""
    failed = _failed(answer)
    if not failed:
        return None
    candidates = {name: traces for name, traces in misconceptions.items() if _same_verdicts(answer, traces)}
    steps: Sequence[Callable[[Traces], bool]] = (
        lambda other: _same(answer, other, "exact"),
        lambda other: _same(answer, other, "rounded"),
        lambda other: _same_where_wrong(answer, reference, other),
        lambda other: all(answer[check].end == other[check].end for check in failed),
    )
    for step in steps:
        found = [name for name, traces in candidates.items() if step(traces)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _failed(traces: Traces) -> set[str]:
    return {name for name, trace in traces.items() if trace.kind not in (*_NOT_RUN, Kind.PASSED)}


def _passed(traces: Traces) -> set[str]:
    return {name for name, trace in traces.items() if trace.kind is Kind.PASSED}


def _same_verdicts(answer: Traces, other: Traces) -> bool:
    failed = _failed(other)
    return _failed(answer) <= failed and not failed & _passed(answer)


def _same(answer: Traces, other: Traces, digits: str) -> bool:
    if answer.keys() != other.keys():
        return False
    return all(
        getattr(trace, digits) == getattr(other[check], digits) and trace.kind == other[check].kind
        for check, trace in answer.items()
    )


def _same_where_wrong(answer: Traces, reference: Traces, other: Traces) -> bool:
    differences = 0
    for check, trace in answer.items():
        if check not in reference or check not in other:
            return False
        right, theirs = reference[check].rounded, other[check].rounded
        for place, event in enumerate(trace.rounded):
            if place >= len(right) or event != right[place]:
                differences += 1
                if place >= len(theirs) or theirs[place] != event:
                    return False
    return differences > 0
