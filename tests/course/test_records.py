"""Logs of several devices, versions and copies unite to one, whatever the order."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.records import Record, merge, read_record, read_time, settings, to_record
from tests.course.progress_samples import event

TIMES = st.sampled_from(
    ["2026-03-02T09:00:00.000Z", "2026-03-02T10:00:00.500+01:00", "2027-01-01T00:00:00.000Z"]
)
RECORDS = st.builds(
    lambda **data: to_record(data),
    v=st.integers(1, 3),
    id=st.sampled_from("abcdef"),
    device=st.sampled_from(["laptop", "desktop"]),
    seq=st.integers(1, 5),
    t=TIMES,
    kind=st.sampled_from(["attempt", "hint", "something new"]),
    extra=st.none() | st.integers(0, 2) | st.dictionaries(st.sampled_from("xy"), st.integers(0, 2)),
)
LOGS = st.lists(RECORDS, max_size=12)


@given(st.lists(LOGS, max_size=4), st.randoms())
def test_merging_does_not_depend_on_the_order(logs: list[list[Record]], random: object) -> None:
    """Which device, copy or backup comes first makes no difference, not even where two of them disagree."""
    shuffled = [random.sample(log, len(log)) for log in random.sample(logs, len(logs))]  # ty: ignore[unresolved-attribute]

    assert merge(*shuffled) == merge(*logs)


@given(LOGS, LOGS, LOGS)
def test_merging_again_changes_nothing(one: list[Record], two: list[Record], three: list[Record]) -> None:
    """Importing a log twice, or what was merged before, is the same as once."""
    united = merge(one, two, three)

    assert merge(united, one, one) == united
    assert merge(merge(one, two), three) == merge(one, merge(two, three)) == united


@given(LOGS)
def test_merging_keeps_every_record_as_it_was_written(records: list[Record]) -> None:
    """Kinds and fields that this version does not know survive; each id comes out once, in order of time."""
    united = merge(records)

    assert {record.id for record in united} == {record.id for record in records}
    assert all(record in records for record in united)
    assert [record.time for record in united] == sorted(record.time for record in united)


def test_times_of_all_zones_are_compared_as_times() -> None:
    """A device that travels does not put its records out of order."""
    assert read_time("2026-03-02T10:00:00+01:00") == read_time("2026-03-02T09:00:00Z")
    assert read_time("2026-03-02T09:00:00") == datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "missing",
    [{"id": ""}, {"id": 3}, {"kind": None}, {"device": []}, {"seq": "1"}, {"t": "yesterday"}, {"t": 0}],
)
def test_a_line_without_its_six_fields_is_no_record(missing: dict[str, object]) -> None:
    """What cannot be placed in time and among its device's records is refused, with one kind of error."""
    whole = {"v": 1, "id": "a", "device": "d", "seq": 1, "t": "2026-03-02T09:00:00Z", "kind": "attempt"}
    assert read_record(json.dumps(whole).encode()).id == "a"

    with pytest.raises(ValueError):  # noqa: PT011 - the message is for the log alone
        read_record(json.dumps({**whole, **missing}).encode())


def test_numbers_are_only_what_is_finite() -> None:
    """A score that is text, true or infinite counts as none."""
    odd = event("attempt", score="4", max=True, hints=float("inf"), seconds=float("nan"), number=2)

    assert [odd.number(name) for name in ("score", "max", "hints", "seconds", "absent")] == [None] * 5
    assert odd.number("number") == 2
    assert odd.share == 0.0


def test_the_setting_made_last_counts() -> None:
    """A tick or a goal set again replaces the one before, whatever the order in which logs are read."""
    goals = [event("setting", day, name="goal", value=value) for day, value in ((2, 5), (0, 3), (1, 4))]

    assert settings(goals) == settings(reversed(goals)) == {"goal": 5}
    assert settings([*goals, event("setting", 3, name="goal", value=None)]) == {"goal": None}
