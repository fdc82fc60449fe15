"""A page of a hostile notebook in a real browser: nothing runs, nothing is asked for, nothing covers the page."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from rich.progress import Progress

from autograder.feedback import command
from tests.autograder.feedback.graded import ASSIGNMENT, Course, bundle, code, error, stream, text
from tests.chromium import IN_BROWSER

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [*IN_BROWSER]

EVIL = "http://evil.example"
SVG = f"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script><image href='{EVIL}/a'/></svg>"
COVER = (
    "position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99999;background:red;margin-top:-9999px;"
)
PAGES = (
    "<script>alert(1)</script><p>after</p>",
    "<img src=x onerror=alert(1)><body onload=alert(1)><details open ontoggle=alert(1)><summary>s</summary></details>",
    f"<img src='{EVIL}/a.png' srcset='{EVIL}/b.png 2x'><video src='{EVIL}/v' autoplay onerror=alert(1)></video>",
    f"<form action='{EVIL}'><input autofocus onfocus=alert(1)><button formaction='{EVIL}'>go</button></form>",
    f"<iframe src='{EVIL}'></iframe><iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    f"<object data='{EVIL}'></object><embed src='{EVIL}'><applet code=x></applet>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'><base href='{EVIL}/'><link rel=stylesheet href='{EVIL}/s.css'>",
    f"<style>@import '{EVIL}/s.css'; header{{display:none}}</style><p>styled</p>",
    f"<div style=\"{COVER}background-image:url('{EVIL}/bg')\">COVER</div>",
    "<div style='margin-top:-2000px'>UP</div><p style='font-size:999px'>BIG</p>",
    "<a href='javascript:alert(1)'>js</a><a href='data:text/html,<script>alert(1)</script>'>data</a>",
    "<a href=' java\nscript:alert(1)'>js2</a><a href='vbscript:x' target=_top ping='http://evil.example'>p</a>",
    SVG,
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<p id=cell-1 name=parts class='ours mle-card' onclick=alert(1) tabindex=1 accesskey=x>spoof</p>",
    "</div></section></main><script>alert(1)</script><header>forged header</header>",
    "</style></title></textarea><script>alert(1)</script>",
    "<template><img src=x onerror=alert(1)></template><slot></slot><x-y onclick=alert(1)>z</x-y>",
    "<table background='http://evil.example/t.png'><tr><td background='http://evil.example/u.png'>t</td></tr></table>",
    "<marquee onstart=alert(1)>m</marquee><dialog open>d</dialog><audio controls></audio><canvas></canvas>",
)  # fmt: skip
MARKDOWN = (
    "[x](javascript:alert(1)) [y](data:text/html;base64,PHNjcmlwdD4=)",
    f"<{EVIL}>\n\n![a]({EVIL}/a.png)",
    '![a" onerror="alert(1)](x) [b](<x" onclick="alert(1)>) [c](/x "t\\" onmouseover=alert(1)")',
    f"![s](data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()})",
    "$$</pre><script>alert(1)</script>$$ $<img src=x onerror=alert(1)>$",
    "```<script>alert(1)</script>\n</pre><img src=x onerror=alert(1)>\n```",
    "|a|b|\n|-|-|\n|<script>alert(1)</script>|<img src=x onerror=alert(1)>|",
    "![at](attachment:a.png) ![at2](attachment:b.png) ![f](../../../../secret.png)",
    f"![long]({'a' * 3000}.png) ![null](a%00b.png) ![up](%2e%2e/x.png) ![at3](attachment:c.png)",
    "[ref]: javascript:alert(1)\n[ref] <javascript:alert(1)>",
)
ATTACHMENTS: dict[str, Any] = {
    "a.png": {"image/png": base64.b64encode(SVG.encode()).decode(), "image/svg+xml": SVG},
    "c.png": 3,
    "b.png": {"image/png": '"><script>alert(1)</script>'},
}
SCRIPTS = "".join(PAGES)
WIDGET = bundle(text_plain="IntSlider(value=0)")
WIDGET["data"]["application/vnd.jupyter.widget-view+json"] = {"model_id": "x", "version_major": 2}
OUTPUTS = (
    bundle(application_javascript="alert(1)"),
    bundle(image_svg__xml=SVG),
    bundle(image_svg__xml=SVG, text_plain="<script>alert(1)</script>"),
    bundle(image_png=base64.b64encode(SVG.encode()).decode(), text_plain="no picture"),
    bundle(image_png='"><script>alert(1)</script>', image_jpeg="!!!"),
    bundle(text_latex="\\href{javascript:alert(1)}{<img src=x onerror=alert(1)>}"),
    bundle(application_pdf="JVBERi0="),
    WIDGET,
    stream("\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07 \x1b[31m</pre><script>alert(1)</script>"),
    error(
        "</pre><script>alert(1)</script>", "<img src=x onerror=alert(1)>", name="<script>alert(1)</script>"
    ),
    {"output_type": "<script>", "data": {"text/html": "<script>alert(1)</script>"}},
    {"output_type": "display_data", "data": {"<img src=x onerror=alert(1)>": "x"}},
    {"output_type": "error", "ename": 3, "evalue": None, "traceback": "<script>"},
    {"output_type": "stream", "text": ["<script>", {"a": 1}]},
)
STUDENT = "<img src=x onerror=alert(1)>"
NAME = "'\"><img src=x onerror=alert(1)>"
LEFT = """() => ({
    live: [...document.querySelectorAll('script, form, input, button, iframe, object, embed, link, base, svg, video,' +
        'audio, canvas, dialog, marquee, template, header ~ header, main header')].map(each => each.outerHTML),
    handlers: [...document.querySelectorAll('*')].flatMap(each => [...each.attributes])
        .filter(each => each.name.startsWith('on')).map(each => each.name),
    addresses: [...document.querySelectorAll('[src], [href]')].map(each => each.src || each.href),
    metas: document.querySelectorAll('meta').length,
    styles: document.querySelectorAll('style').length,
})"""
TOP = """() => {
    const score = document.querySelector('header .score').getBoundingClientRect();
    const at = document.elementFromPoint(score.x + 5, score.y + 5);
    return at.closest('header') !== null && at.closest('.source, .output, .comment') === null;
}"""
WIDE = "() => document.documentElement.scrollWidth <= window.innerWidth"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The page, and the one that leads to it, of a learner who tried everything."""
    course = Course(tmp_path_factory.mktemp("hostile"))
    cells: list[dict[str, Any]] = [
        text("## <script>alert(1)</script> a heading"),
        *(text(words, attachments=ATTACHMENTS) for words in (*MARKDOWN, *PAGES)),
        *(code("x", "", bundle(text_html=each)) for each in PAGES),
        *(code("x", "", bundle(text_markdown=each)) for each in MARKDOWN),
        *(code("</pre><script>alert(1)</script>", "", each) for each in OUTPUTS),
        code("check", "card", bundle(text_html=SCRIPTS), exercise="project", grade=True, locked=True),
        code("f = 1", "answer", solution=True),
    ]
    cells[1]["metadata"] = {"<script>": "alert(1)", "nbgrader": {"grade_id": "<script>alert(1)</script>"}}
    course.hand_in(STUDENT, cells, NAME, at="2026-03-01 11:00:00.000000")
    course.hand_in(STUDENT, cells[:2], "second")
    course.grade(STUDENT, "card", 4, auto=1.0, notebook=NAME)
    course.comment(STUDENT, "answer", manual=f"{SCRIPTS}\n\n{MARKDOWN[0]}", notebook=NAME)
    course.person(STUDENT, "<script>alert(1)</script>", '"><b>', "x@y.z")
    report = command.feedback(
        course.root,
        ASSIGNMENT,
        [],
        force=False,
        workers=1,
        assessor="",
        progress=lambda: Progress(disable=True),
    )
    assert report.problems == []
    folder = course.root / "feedback" / STUDENT / ASSIGNMENT
    return [folder / f"{NAME}.html", folder / "index.html"]


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_of_a_learners_is_live_on_a_page(pages: list[Path], chromium: Browser, number: int) -> None:
    """No script, handler, form, request, dialog, nor anything that the page's policy had to stop."""
    seen: list[str] = []
    page = chromium.new_page(viewport={"width": 1000, "height": 800})
    _watch(page, seen)
    address = pages[number].as_uri()
    page.goto(address)
    page.wait_for_timeout(200)
    left = page.evaluate(LEFT)
    assert (left["live"], left["handlers"]) == ([], [])
    assert (left["metas"], left["styles"]) == (5 - number, 1)
    assert {each.partition(":")[0] for each in left["addresses"]} <= {"file", "http", "data"}
    assert not any("javascript" in each or "svg" in each for each in left["addresses"])
    assert page.evaluate(TOP)
    assert page.evaluate(WIDE)
    assert seen == [f"request {address}"]
    page.close()


def test_every_part_of_a_hostile_page_can_be_pressed(pages: list[Path], chromium: Browser) -> None:
    """A click on any element of a learner's does nothing but what its link says, elsewhere."""
    seen: list[str] = []
    page = chromium.new_page(viewport={"width": 1000, "height": 800})
    page.goto(pages[0].as_uri())
    _watch(page, seen)
    page.evaluate(
        """() => document.querySelectorAll('main *').forEach(each => {
            if (!each.closest('a')) each.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))
        })"""
    )
    page.wait_for_timeout(100)
    links = page.evaluate(
        "() => [...document.querySelectorAll('main a[href]')].map(each => [each.href, each.rel])"
    )
    assert seen == []
    assert all(
        href.startswith(("http://", "https://", "mailto:")) and "noopener" in rel for href, rel in links
    ), links
    page.close()


def _watch(page: Page, seen: list[str]) -> None:
    page.on("console", lambda message: seen.append(f"console {message.text}"))
    page.on("pageerror", lambda failed: seen.append(f"error {failed}"))
    page.on("request", lambda request: seen.append(f"request {request.url}") if _loads(request.url) else None)

    def dismiss(dialog: Any) -> None:
        seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("popup", lambda other: seen.append(f"popup {other.url}"))


def _loads(address: str) -> bool:
    return not address.startswith("data:image/")
