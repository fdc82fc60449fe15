"""The small part of Markdown that hints, explanations and remedies use."""

from __future__ import annotations

import pytest

from autograder import markdown


def tag(name: str, inside: str, attributes: str = "") -> str:
    """Write an element without looks."""
    return f"<{name}{attributes}>{inside}</{name}>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree", "<p>one\ntwo</p><p>three</p>"),
        ("`a < b` and ``a ` b``", "<p><code>a &lt; b</code> and <code>a ` b</code></p>"),
        ("**bold `x`** and *soft*", "<p><strong>bold <code>x</code></strong> and <em>soft</em></p>"),
        ("2 * 3 * 4 and a*b*c", "<p>2 * 3 * 4 and a*b*c</p>"),
        ("do:\n- one\n- two\n  more", "<p>do:</p><ul><li>one</li><li>two\nmore</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("1. one\n\n2. two", '<ol><li>one</li></ol><ol start="2"><li>two</li></ol>'),
        ("```python\nif a < b:\n    *x*\n```\nend", "<pre>if a &lt; b:\n    *x*</pre><p>end</p>"),
        ("```\na\n\nb\n```", "<pre>a\n\nb</pre>"),
        ("```\nnever closed", "<pre>never closed</pre>"),
        (r"\*not soft\*", "<p>*not soft*</p>"),
        ("", ""),
    ],
)
def test_the_subset_becomes_html(text: str, expected: str) -> None:
    """Paragraphs, code, bold, emphasis and lists come out as the elements they are."""
    assert markdown.html(text, tag) == expected


@pytest.mark.parametrize(
    "formula", ["$a_1 * b * c_1$", r"$\lVert b \rVert$", r"$$\sum_i x_i * y_i$$", "$n$", "$a < b$"]
)
def test_formulas_come_through_for_mathjax(formula: str) -> None:
    """Nothing inside dollar signs is taken for Markdown; it is only escaped."""
    assert markdown.html(f"so {formula}.", tag) == f"<p>so {formula.replace('<', '&lt;')}.</p>"


def test_prices_are_not_formulas() -> None:
    """A dollar sign before a number leaves the rest of the line alone."""
    assert markdown.html("$5 or *more* than $6", tag) == "<p>$5 or <em>more</em> than $6</p>"


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=1&c=2", "http://example.org", "../02/lesson.ipynb#top", "#top"]
)
def test_links_go_to_the_web_and_to_neighbours(target: str) -> None:
    """http(s) and relative addresses become links, escaped."""
    assert markdown.html(f"[**see**]({target})", tag) == (
        f'<p><a href="{target.replace("&", "&amp;")}"><strong>see</strong></a></p>'
    )


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "vbscript:x",
        "file:///etc",
    ],
)
def test_other_targets_are_only_text(target: str) -> None:
    """An address that could run something, or leave for an unnamed scheme, is not linked."""
    html = markdown.html(f"[see]({target})", tag)
    assert "<a" not in html
    assert "see" in html


def test_everything_else_is_escaped() -> None:
    """HTML in Markdown is text, also inside code, links and lists."""
    html = markdown.html('<b onclick="x">\n\n- <i>\n\n[<u>](a"b)\n\n`<s>`', tag)
    assert not any(mark in html for mark in ("<b", "<i>", "<u>", "<s>", 'a"b'))


def test_messages_have_code_and_nothing_else() -> None:
    """In a message that quotes a learner's values, stars, dollars and brackets are what they are."""
    assert (
        markdown.code_spans("`f(x)` gave **2** [a](b) $x$ `<", tag)
        == "<code>f(x)</code> gave **2** [a](b) $x$ `&lt;"
    )
