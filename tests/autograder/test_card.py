"""Cards: what they say for each verdict, and that nothing a learner's code produced can harm or hide it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from autograder.card import card_html, card_text, message_html, message_text
from autograder.picture_svg import tables
from autograder.verdict import Diagnosis, Kind, Output, Picture, Raised, SourceLine, Verdict
from tests.autograder.card_reading import HTML, TEXT, Elements, visible, without_attributes, words
from tests.autograder.sample_results import SAMPLES, judged, uniform

if TYPE_CHECKING:
    from autograder.verdict import Result

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' style='color:red"
    "\x1b[31mred\x1b[0m\x00\x9b\udc80\u202eevil"
)


def facts(result: Result) -> list[str]:
    """What a learner must be told about any result that was judged."""
    first = min(
        (v for v in result.verdicts if not v.passed and v.kind is not Kind.BLOCKED),
        key=lambda v: v.hidden,
        default=None,
    )
    told = [result.label, result.title, *(verdict.check for verdict in result.verdicts)]
    told += [f"{sum(v.passed for v in result.verdicts)} of {len(result.verdicts)} checks passed"]
    told += [f"{result.points} of {result.max_points} point"]
    told += [verdict.message for verdict in result.verdicts if verdict.kind is Kind.BLOCKED]
    if first:
        told += [
            first.message,
            first.call,
            first.answer,
            first.note,
            first.output.stdout,
            *first.output.warnings,
        ]
        told += [text for pair in first.arguments for text in pair]
        told += [] if first.hidden else [first.expected, first.difference]
        told += [
            row
            for line in (first.raised.lines if first.raised else ())
            for row in (str(line.number), line.text)
        ]
    told += [result.diagnosis.name, result.diagnosis.remedy] if result.diagnosis else []
    told += [first.picture.alt] if first and first.picture else []
    told += [result.other_way.name, *result.other_way.text.splitlines()] if result.other_way else []
    return [words(fact) for fact in told if fact]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("passed", "✓ Passed"),
        ("failed", "✗ Not yet"),
        ("raised", "▲ Your code raised an error"),
        ("not_attempted", "○ Not started"),
        ("blocked", "◌ Waiting"),
        ("timeout", "◷ Out of time"),
        ("memory", "■ Out of memory"),
        ("unavailable", "◇ Not available here"),
        ("broken", "◆ Our mistake, not yours"),
    ],
)
def test_each_verdict_has_its_own_shape_and_words(name: str, expected: str) -> None:
    """Whoever sees no colour reads how the check ended from a shape and a word."""
    assert expected in visible(HTML[name])
    assert expected in TEXT[name]


def test_all_kinds_of_verdicts_differ_in_shape_and_word() -> None:
    """No two verdicts share a shape, in the list of checks either."""
    result = judged(*(Verdict(f"check {kind}", kind) for kind in Kind))
    rows = re.findall(
        r"^  (\S) (.+?)  check", card_text(replace(result, verdicts=result.verdicts[:-1])), re.MULTILINE
    )
    assert len(rows) == len({glyph for glyph, _ in rows}) == len({word for _, word in rows}) == len(Kind) - 1


@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in ("unavailable", "broken")])
@pytest.mark.parametrize("rendering", ["html", "html without attributes", "text"])
def test_every_rendering_tells_all_facts(name: str, rendering: str) -> None:
    """The facts are in the HTML, in what the strictest sanitiser leaves of it, and in the text."""
    shown = {
        "html": visible(HTML[name]),
        "html without attributes": visible(without_attributes(HTML[name])),
        "text": words(re.sub(r"[*\[\]]", "", TEXT[name])),
    }[rendering]
    shown = re.sub(r" +([:,;.])", r"\1", shown)
    missing = [fact for fact in facts(SAMPLES[name]) if squeezed(fact) not in squeezed(shown)]
    assert missing == []


def squeezed(text: str) -> str:
    """Text without any space: elements may stand between two words."""
    return re.sub(r"[\s*\[\]]", "", text)


def test_a_hidden_check_keeps_what_it_expects() -> None:
    """Neither rendering of a hidden check's failure holds the expected value or the difference."""
    hidden = next(verdict for verdict in SAMPLES["hidden"].verdicts if not verdict.passed)
    for shown in (HTML["hidden"], TEXT["hidden"]):
        assert "7.7" in hidden.expected
        assert "7.7" not in shown
        assert "Expected" not in shown


def test_a_visible_failure_is_explained_before_a_hidden_one() -> None:
    """The check whose expectation can be shown comes first, whatever the order of the checks."""
    hidden_first = judged(*reversed(SAMPLES["failed"].verdicts))
    assert "✗ failed: the worked example" in card_text(hidden_first)


def test_our_own_fault_is_never_worded_as_the_learners() -> None:
    """A broken check says whose mistake it is and that nothing was judged or lost: no score, no blame."""
    for shown in (visible(HTML["broken"]), words(TEXT["broken"])):
        assert "This is our mistake, not yours" in shown
        assert "not judged" in shown
        assert "nothing was lost" in shown
        assert "0 of" not in shown
        assert not re.search(r"\bfail|Not yet|\bwrong answer", shown)


def test_a_missing_extra_says_what_is_missing_and_is_not_a_failure() -> None:
    """`unavailable` names the part and says that the answer was not judged."""
    text = TEXT["unavailable"]
    assert "This exercise needs `torch`, which is not installed here." in text
    assert "nothing was judged" in text
    assert "0 of" not in text


@pytest.mark.parametrize("name", SAMPLES)
def test_every_card_says_what_to_do_now(name: str) -> None:
    """One sentence at the end of the explanation, another for each kind of verdict."""
    assert "What to do now:" in visible(HTML[name])
    assert "What to do now:" in TEXT[name]


def test_the_learners_line_is_marked_without_colour() -> None:
    """An arrow stands before the line that raised, and before no other."""
    arrows = [line.strip() for line in TEXT["raised"].splitlines() if "→" in line]
    assert arrows == ["→ 11      x = solve(gram, A @ b)"]
    assert "→ 11      x = solve(gram, A @ b)" in without_attributes(HTML["raised"])


def test_no_arrow_is_promised_where_no_line_is_known() -> None:
    """Without a line of the learner's code the next step does not speak of one."""
    nowhere = judged(Verdict("runs", Kind.RAISED, message="raised E: x", raised=Raised("E", "x")))
    assert "arrow" not in card_text(nowhere)


def test_a_title_keeps_the_word_of_its_tone_once() -> None:
    """A message's tone is in words: its own title's, or a headline added to it."""
    assert TEXT["hint"].startswith("◔ Hint 3 of 3 ·")
    assert message_text("Look again", ["At the shape."], "hint") == "Look again\n◔ Hint\n\nAt the shape."


LARGEST = tables(np.full((10, 10), -1.23e-45), np.zeros((10, 10)))


def hostile_result() -> Result:
    """A result in which every text is an attack."""
    lines = (
        SourceLine(HOSTILE, 1, HOSTILE, HOSTILE),
        SourceLine(HOSTILE, 2, HOSTILE, HOSTILE, ((1, HOSTILE), (2, HOSTILE))),
    )
    verdict = Verdict(
        HOSTILE, Kind.RAISED, 0, 1, message=HOSTILE, call=HOSTILE, arguments=((HOSTILE, HOSTILE),),
        answer=HOSTILE, expected=HOSTILE, difference=HOSTILE, note=HOSTILE, picture=Picture("<svg/>", HOSTILE),
        raised=Raised("E", f"other {HOSTILE}", lines), output=Output(HOSTILE, HOSTILE, (HOSTILE,)),
    )  # fmt: skip
    blocked = Verdict(HOSTILE, Kind.BLOCKED, 0, 1, message=HOSTILE)
    result = judged(verdict, blocked, diagnosis=Diagnosis(HOSTILE, HOSTILE))
    return replace(result, exercise=HOSTILE, title=HOSTILE, label=HOSTILE)


def written(html: str) -> list[tuple[object, ...]]:
    """Return each element with its attributes; of a picture only their names, because each is another one."""
    return [
        (tag, *attributes) if tag == "img" else (tag, *attributes.items())
        for tag, attributes in Elements(html).all
    ]


@pytest.mark.parametrize(
    "html",
    [
        card_html(hostile_result()),
        card_html(replace(SAMPLES["passed"], explanation=HOSTILE)),
        message_html(HOSTILE, [HOSTILE], "info"),
    ],
    ids=["wrong", "passed", "message"],
)
def test_hostile_text_is_shown_and_does_nothing(html: str) -> None:
    """Markup, quotes, terminal codes, null bytes, surrogates and direction marks end as visible text."""
    ours = {part for known in HTML.values() for part in written(known)}
    assert {*written(html)} <= ours
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", html)
    assert "red\\x00\\x9b\\udc80\\u202eevil" in visible(html)
    html.encode("utf-8")


def test_hostile_text_is_harmless_in_a_terminal() -> None:
    """The text twin holds no control character, either."""
    text = card_text(hostile_result())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)


def test_dollar_signs_of_a_learner_are_not_typeset() -> None:
    """Formulas are looked for only in what authors wrote."""
    result = uniform(Kind.FAILED, "you returned $x$ and $y$")
    for text, around in Elements(card_html(result)).texts:
        classes = [name for _, attributes in around for name in attributes.get("class", "").split()]
        if "$x$" in text:
            assert [name for name in classes if name.startswith("mathjax")] == ["mathjax_ignore"]
    assert 'mathjax_process tex2jax_process"><p' in HTML["passed"]


@pytest.mark.parametrize("character", ["x", "&", "\n", "\x00", "é", "😀"])
def test_a_card_stays_below_100_kilobytes_whatever_the_answer_gives(character: str) -> None:
    """Every text of a result may be huge; the card is bounded, and so is its text."""
    huge = character * 200_000
    lines = tuple(SourceLine(huge, n, huge, huge, tuple((n + k, huge) for k in range(9))) for n in range(20))
    verdict = Verdict(
        huge, Kind.RAISED, message=huge, call=huge, arguments=((huge, huge),) * 20, answer=huge,
        expected=huge, difference=huge, note=huge, raised=Raised("E", f"other {huge}", lines),
        output=Output(huge, huge, (huge,) * 9), picture=LARGEST,
    )  # fmt: skip
    result = judged(verdict, diagnosis=Diagnosis(huge, huge))
    assert len(card_html(result).encode()) < 100_000
    assert len(card_text(result).encode()) < 60_000


def test_a_message_of_ten_megabytes_gives_a_small_card_with_both_of_its_ends() -> None:
    """A long text loses its middle, and says how much of it."""
    html = card_html(uniform(Kind.FAILED, f"BEGIN{'x' * 10_000_000}END"))
    assert len(html) < 60_000
    assert "BEGINx" in html
    assert "xEND" in html
    assert "characters left out" in html


def test_a_hundred_checks_give_a_bounded_list() -> None:
    """Beyond forty rows the card counts what it leaves out."""
    many = judged(*(Verdict(f"number {k}", Kind.PASSED, 1, 1) for k in range(100)))
    assert "… and 60 more" in card_text(many)
    assert "… and 60 more" in visible(card_html(many))


def test_cards_need_no_theme_variable_and_hold_no_script() -> None:
    """What a sanitiser would take away is not there in the first place."""
    for html in HTML.values():
        assert "var(" not in html
        assert not {tag for tag, _ in Elements(html).all} & {"script", "svg", "iframe", "link"}


def test_importing_the_card_loads_nothing_that_takes_long() -> None:
    """The first check of a notebook does not wait for libraries that a card has no use for."""
    program = "import sys, autograder.card; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"numpy", "pandas", "nbformat", "IPython", "mistune", "jinja2", "inspect"} & set(loaded) <= {
        "inspect"
    }
