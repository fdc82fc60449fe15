"""A class report as one page: no script, nothing from the network, light and dark."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from autograder.feedback.highlight import python
from autograder.feedback.prose import prose
from autograder.report.charts import histogram
from autograder.web_page import POLICY, duration, points, template
from course.dashboard.looks import stylesheet

if TYPE_CHECKING:
    from autograder.report.summary import ClassReport

TEMPLATES = Path(__file__).with_name("templates")
SHOWN = 15
"""How many checks and misconceptions are shown at once; the others wait behind a fold."""


def as_html(report: ClassReport) -> str:
    """Return the page."""
    facts = report.facts()
    style = stylesheet("tokens.css") + (TEMPLATES / "report.css").read_text(encoding="utf-8")
    return template(TEMPLATES / "report.html").render(
        report=report, facts=facts, policy=POLICY, shown=SHOWN, points=points, duration=duration,
        style=Markup(style),  # noqa: S704 - files of ours
        chart=histogram(report.histogram, facts["median_percent"]),
        statuses=Counter(each.status for each in report.learners),
        coloured=lambda source: Markup(python(source)),  # noqa: S704 - escapes what is not its own
        set=lambda text: Markup(prose(text, lambda _: None)),  # noqa: S704 - allowed elements only
    )  # fmt: skip
