"""The page of the Jupyter server asks who is there, allows no script, and does what its forms say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from tests.conftest import at_home_in
from tests.learners.make import expected, write_log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

pytestmark = pytest.mark.xdist_group("server")
PAGE = "/mle-course/progress"
BEGINNER = expected("beginner")
LAST = BEGINNER.syllabus.tasks[-1]


def passed(number: int) -> str:
    """Return what the page says of so many passes."""
    return f" {number} of {len(BEGINNER.syllabus.tasks)} exercises passed"


@pytest.fixture(scope="module")
def server(
    run_lab: Callable[..., AbstractContextManager[Any]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """JupyterLab on a new workspace of a beginner, whose other servers, if any, it knows nothing of."""
    folder = tmp_path_factory.mktemp("server")
    environment = at_home_in(folder / "home")
    write_log("beginner", Path(environment["MLE_COURSE_HOME"]))
    with run_lab(folder / "my workspace", environment=environment) as running:
        yield running


@pytest.fixture(scope="module")
def home(server: Any) -> Path:
    """The data folder of the server."""
    return Path(server.environment["MLE_COURSE_HOME"])


class Person:
    """A browser without a screen: it keeps cookies and follows redirects."""

    def __init__(self, server: Any) -> None:
        self.server = server
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.opener.open(f"{server.address}{PAGE}?token={server.token}", timeout=20).close()

    def get(self, path: str) -> Any:
        """Open a path of the server."""
        return self.opener.open(f"{self.server.address}{path}", timeout=20)

    def page(self) -> str:
        """Return the page's HTML."""
        return self.get(PAGE).read().decode()

    def send(self, *, xsrf: str | None = None, **fields: Any) -> str:
        """Send a form, with the token that the page gave it, and return the page that follows."""
        token = re.search(r'name="_xsrf" value="([^"]+)"', self.page())
        assert token is not None
        body = urlencode({"_xsrf": token[1] if xsrf is None else xsrf, **fields}, doseq=True).encode()
        return self.opener.open(f"{self.server.address}{PAGE}", body, timeout=20).read().decode()

    def upload(self, content: bytes) -> str:
        """Send a file with the import form."""
        token = re.search(r'name="_xsrf" value="([^"]+)"', self.page())
        assert token is not None
        parts = [
            ("_xsrf", token[1].encode(), ""),
            ("action", b"import", ""),
            ("file", content, '; filename="a.json"'),
        ]
        lines = [
            b'--edge\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
            % (n.encode(), f.encode(), c)
            for n, c, f in parts
        ]
        headers = {"Content-Type": "multipart/form-data; boundary=edge"}
        request = urllib.request.Request(
            f"{self.server.address}{PAGE}", b"".join([*lines, b"--edge--\r\n"]), headers
        )
        return self.opener.open(request, timeout=20).read().decode()


def note(html: str) -> str:
    """Return the message on top of the page."""
    found = re.search(r'role="status">([^<]*)<', html)
    return found[1] if found else ""


@pytest.fixture(scope="module")
def person(server: Any) -> Person:
    """A learner who opened the page."""
    return Person(server)


@pytest.mark.parametrize("path", [PAGE, "/mle-course/export?format=json"])
def test_a_stranger_is_sent_to_the_login(server: Any, path: str) -> None:
    """Without the token there is no record to be seen."""
    with urllib.request.urlopen(f"{server.address}{path}", timeout=20) as answer:
        assert "/login" in answer.url


def test_the_page_allows_no_script_and_is_never_cached(person: Person) -> None:
    """Its policy forbids every script, every other address, and every foreign frame."""
    answer = person.get(PAGE)
    policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_page_shows_the_log_and_links_to_the_workspace(person: Person) -> None:
    """The button leads to the exercise's heading in its notebook."""
    html = person.page()
    step = BEGINNER.next
    assert step is not None
    address = f"/lab/tree/{step.task.module}/{step.task.module}.ipynb#heading={step.task.label}-"

    assert BEGINNER.summary in html
    assert f'class="button" href="{address}' in html


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_can_be_asked_for(person: Person, theme: str) -> None:
    """JupyterLab asks for its own; anything else follows the system."""
    assert f'<html lang="en" data-theme="{theme}">' in person.get(f"{PAGE}?theme={theme}").read().decode()
    assert '<html lang="en">' in person.get(f'{PAGE}?theme="><b>').read().decode()


@pytest.mark.parametrize(
    ("name", "kind"), [("json", "application/json"), ("csv", "text/csv"), ("html", "text/html")]
)
def test_exports_are_files_of_their_kind(person: Person, name: str, kind: str) -> None:
    """Each of the three has content."""
    answer = person.get(f"/mle-course/export?format={name}")

    assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert len(answer.read()) > 500


def test_an_unknown_export_is_a_bad_request(person: Person) -> None:
    """The server says so instead of failing."""
    with pytest.raises(urllib.error.HTTPError, match="400"):
        person.get("/mle-course/export?format=pdf")


def test_a_form_from_elsewhere_changes_nothing(person: Person) -> None:
    """Without the page's token a form is refused."""
    with pytest.raises(urllib.error.HTTPError, match="403"):
        person.send(xsrf="guessed", action="delete", sure="yes")
    assert BEGINNER.summary in person.page()


def test_a_goal_and_ticks_are_kept(person: Person) -> None:
    """What was sent is what the page shows from then on, and unticking works the same."""
    assert note(person.send(action="goal", value="5")) == "Your goal is set."
    assert 'value="5" selected' in person.page()
    person.send(action="outside", level="entry", ticked=["S082", "S085", "S025"])
    assert re.findall(r'value="(S\d+)" checked', person.page()) == ["S082", "S085"]
    person.send(action="outside", level="entry", ticked=["S085"])
    assert re.findall(r'value="(S\d+)" checked', person.page()) == ["S085"]


@pytest.mark.parametrize("fields", [{"action": "explode"}, {}, {"action": "outside", "level": "king"}])
def test_a_form_that_the_page_does_not_have_is_a_bad_request(person: Person, fields: dict[str, str]) -> None:
    """Nothing unknown is done."""
    with pytest.raises(urllib.error.HTTPError, match="400"):
        person.send(**fields)


def test_a_bad_file_is_a_message_and_a_good_one_is_imported(person: Person) -> None:
    """The page says what happened, once."""
    assert "no records; expected an export" in note(person.upload(b"hello"))
    export = person.get("/mle-course/export?format=json").read()
    assert "0 of them new" in note(person.upload(export))
    grade = {"kind": "grade", "exercise": LAST.id, "version": 1, "points": LAST.points, "max_points": LAST.points,
             "time": "2026-11-03T09:20:31Z", "assessor": "Dr. <b>"}  # fmt: skip
    assert "1 of them new. The log as it was:" in note(
        person.upload(json.dumps({"records": [grade]}).encode())
    )
    assert "reviewed by Dr. &lt;b&gt;" in person.page()
    assert note(person.page()) == ""


def test_a_review_is_made_and_opened(person: Person, server: Any) -> None:
    """Its form leads to a fresh notebook in JupyterLab; a name that does not exist leads back, with a message."""
    task = BEGINNER.reviews[0].task
    assert f'name="exercise" value="{task.id}"' in person.page()

    opened = person.send(action="review", exercise=task.id)

    (made,) = (server.directory / "reviews").glob(f"*-{task.id}.ipynb")
    assert "/lab/static" in opened
    assert f"reviews/{made.name}" in opened
    assert "There is no exercise" in note(person.send(action="review", exercise="nothing"))


def test_the_terminal_opens_the_page_of_the_server_that_runs(server: Any) -> None:
    """`course progress --open` leads to the live page, token included, not to a copy."""
    done = subprocess.run(
        [sys.executable, "-m", "course", "progress", "--open"],
        env={**server.environment, "BROWSER": "true"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.strip() == f"Progress: {server.address}{PAGE}?token={server.token}"


def test_deleting_needs_the_tick_and_leaves_a_backup(person: Person, home: Path) -> None:
    """The last test of this file: the log is gone, and the backup brings it back."""
    assert "Nothing was deleted" in note(person.send(action="delete"))
    assert "Deleted. The backup is" in note(person.send(action="delete", sure="yes"))
    assert passed(0) in person.page()

    backup = max((home / "backups").glob("*-before-delete.jsonl"))
    person.upload(backup.read_bytes())
    assert passed(7) in person.page()
