"""When a learner worked: the last twelve weeks, and this week beside the goal that the learner set.

No streaks: a day without work takes nothing away. Days are those of the learner's own time zone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from course.records import settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.records import Record

WEEKS = 12
GOAL = "goal"
"""Name of the setting: study days a week, from 1 to 7."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORK = ("attempt", "hint", "solution", "prediction", "review")
_BOUNDS = (1, 4, 10)
"""Records a day from which the shade of a day grows deeper."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar."""

    date: date
    count: int
    """Things done on it."""

    @property
    def shade(self) -> int:
        """0 for nothing, up to 3 for much."""
        return sum(self.count >= bound for bound in _BOUNDS)


@dataclass(frozen=True, slots=True)
class Activity:
    """The last weeks."""

    weeks: tuple[tuple[Day, ...], ...]
    """Mondays to Sundays; the last week ends with today."""
    goal: int | None
    """Study days a week that the learner set."""
    predictions: int
    """Questions of lessons that were answered before the cell that tells."""

    @property
    def active_days(self) -> int:
        """Days with anything done."""
        return sum(day.count > 0 for week in self.weeks for day in week)

    @property
    def this_week(self) -> int:
        """Days of the current week with anything done."""
        return sum(day.count > 0 for day in self.weeks[-1])

    @property
    def summary(self) -> str:
        """Both facts of the chart, in words."""
        if not self.active_days:
            return "no active day yet"
        per_weekday = Counter(
            day.date.weekday() for week in self.weeks for day in week for _ in range(day.count)
        )
        busiest = DAYS[min(per_weekday, key=lambda day: (-per_weekday[day], day))]
        several = "s" if self.active_days > 1 else ""
        return f"{self.active_days} active day{several} · busiest on {busiest}s"


def activity(records: Sequence[Record], now: datetime) -> Activity:
    """Return what the records say about the weeks up to `now`, in its time zone."""
    today = now.date()
    first = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))
    since = datetime(first.year, first.month, first.day, tzinfo=now.tzinfo).astimezone(UTC)
    counts = Counter(
        record.time.astimezone(now.tzinfo).date()
        for record in records
        if record.kind in _WORK and since <= record.time <= now
    )
    dates = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    days = [Day(day, counts[day]) for day in dates]
    weeks = tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7))
    return Activity(
        weeks, _goal(records), len({r.text("question") for r in records if r.kind == "prediction"})
    )


def _goal(records: Sequence[Record]) -> int | None:
    goal = settings(records).get(GOAL)
    return goal if isinstance(goal, int) and not isinstance(goal, bool) and 1 <= goal <= 7 else None
