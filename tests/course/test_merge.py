"""Importing is a union: nothing is lost, nothing is doubled, and a bad file changes nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import log
from course.exports import json_text
from course.mastery import standings
from course.merge import LARGEST, UnreadableProgress, import_content, import_file, read_content
from course.overview import overview_of
from course.records import Record, merge, to_record
from tests.course.data_home import everything, own_home, write_log
from tests.course.progress_samples import Task, attempt, event
from tests.learners.sample_course import whole_course
from tests.learners.simulate import NOW, simulated

if TYPE_CHECKING:
    from pathlib import Path

COURSE = whole_course()
GRADE: dict[str, Any] = {
    "kind": "grade", "exercise": "pca", "version": 2, "points": 3, "max_points": 4,
    "time": "2026-11-03T09:20:31Z", "assessor": "Dr. R. Osei",
}  # fmt: skip
NEWER = {
    "v": 7, "id": "n", "device": "d", "seq": 1, "t": "2026-03-02T09:00:00.5+01:00", "kind": "duel", "with": [{"x": None}],
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    return own_home(tmp_path, monkeypatch)


def export(records: tuple[Record, ...]) -> bytes:
    """Return what `course progress --export json` writes."""
    return json_text(overview_of(COURSE, records, NOW)).encode()


def grades(*entries: object) -> bytes:
    """Return an instructor's file for one learner."""
    return json.dumps({"format": "mle-course-grades", "v": 1, "records": entries}).encode()


def test_an_export_brings_a_whole_log_to_another_machine(home: Path) -> None:
    """Every record arrives as it was written, those of unknown kinds and newer versions included."""
    records = merge(simulated("hint_heavy", COURSE.tasks), [to_record(NEWER)])

    done = import_content(export(records), "export.json")

    assert (done.found, done.new, done.backup) == (len(records), len(records), None)
    assert log.read_all().records == records
    assert log.read_all().problems == ()


def test_importing_twice_is_importing_once(home: Path) -> None:
    """The second time nothing is new, no file is written and no backup is made."""
    content = export(simulated("beginner", COURSE.tasks))
    import_content(content, "export.json")
    before = everything(home)

    assert import_content(content, "export.json").new == 0
    assert everything(home) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sets(st.integers(0, 40)), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_imports_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, parts: list[set[int]], random: object
) -> None:
    """Whichever of several exports comes first, and however they overlap, the log is the same."""
    records = [attempt(n % 5, n, id=f"r{n}", seq=n) for n in range(41)]
    contents = [export(tuple(records[n] for n in sorted(part))) for part in parts]
    shuffled = random.sample(contents, len(contents))  # ty: ignore[unresolved-attribute]

    with pytest.MonkeyPatch.context() as patch:
        logs = []
        for order in (contents, shuffled):
            own_home(tmp_path_factory.mktemp("merge"), patch)
            for content in order:
                import_content(content, "export.json")
            logs.append(log.read_all().records)

    assert logs[0] == logs[1] == merge([records[n] for part in parts for n in part])


def test_what_was_there_is_backed_up_and_stays(home: Path) -> None:
    """The files of the log are as they were, and the backup holds their lines, torn ones included."""
    path = write_log([attempt(3, id="mine")])
    path.write_bytes(path.read_bytes() + b'{"torn')
    before = path.read_bytes()

    done = import_content(export((attempt(4, 1, id="other"),)), "export.json")

    assert path.read_bytes() == before
    assert done.backup is not None
    assert done.backup.parent == home / "backups"
    assert done.backup.read_bytes() == before + b"\n"
    assert [record.id for record in log.read_all().records] == ["mine", "other"]


def test_a_backup_brings_everything_back_that_can_be_read(home: Path) -> None:
    """Torn lines of it are named and left out; the rest is the log again."""
    line = json.dumps(dict(attempt(3, id="mine").data))

    done = import_content(f'{line}\n{{"torn\n\n'.encode(), "backup.jsonl")

    assert [record.id for record in log.read_all().records] == ["mine"]
    assert [sentence.split(":")[1].strip() for sentence in done.skipped] == ["line 2"]


def test_grades_become_reviewed_evidence(home: Path) -> None:
    """An instructor's file counts for the exercise, names the assessor, and is new only once."""
    content = grades(GRADE, {**GRADE, "exercise": "capstone_a", "rubric": {"limits": 2}, "note": "good"})

    assert import_content(content, "progress-ada.json").new == 2
    assert import_content(content, "progress-ada.json").new == 0

    found = log.read_all().records
    pca = standings([Task("pca")], found)["pca"]
    assert (pca.points, pca.assessor) == (3, "Dr. R. Osei")
    assert {record.data.get("note") for record in found} == {None, "good"}
    assert {record.id[:6] for record in found} == {"grade-"}


def test_a_corrected_grade_is_another_record_and_the_better_one_counts(home: Path) -> None:
    """A regrade never takes earned points away."""
    for points in (3, 4, 2):
        import_content(grades({**GRADE, "points": points}), "progress-ada.json")

    assert len(log.read_all().records) == 3
    assert standings([Task("pca")], log.read_all().records)["pca"].points == 4


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"exercise": ""}, "found exercise ''; expected a line of text"),
        ({"assessor": None}, "found assessor None; expected a line of text"),
        ({"version": "2"}, "found version '2'; expected a whole number from 1"),
        ({"points": 5}, "found points 5; expected a number from 0 to max_points (4)"),
        ({"points": -1}, "found points -1; expected a number from 0 to max_points (4)"),
        ({"points": float("nan")}, "found points nan; expected a number from 0 to max_points (4)"),
        ({"max_points": 0}, "found max_points 0; expected a number above 0"),
        ({"time": "yesterday"}, "found time 'yesterday'; expected one such as 2026-11-03T09:20:31Z"),
        ({"rubric": {"limits": 4}}, "found rubric {'limits': 4}; expected criteria with marks from 0 to 3"),
    ],
)
def test_a_grade_that_is_not_of_the_promised_shape_is_refused(
    home: Path, change: dict[str, Any], message: str
) -> None:
    """The message says which record, what was found and what was expected; the good ones wait, too."""
    write_log([attempt(3, id="mine")])
    before = everything(home)

    with pytest.raises(UnreadableProgress) as caught:
        import_content(grades(GRADE, {**GRADE, **change}), "progress-ada.json")

    assert str(caught.value) == f"progress-ada.json: record 2: {message}\nNothing was changed."
    assert everything(home) == before


@pytest.mark.parametrize(
    "content",
    [
        b"", b"   \n", b"hello", b"\xff\xfe\x00", b"[1, 2]", b'{"records": 3}', b'{"records": [1]}', b"null",
        b'{"records": [{"kind": "attempt"}]}', b'"text"', b"[" * 50_000, b'{"a": 1}\n{"b": 2}',
    ],
)  # fmt: skip
def test_any_other_file_is_refused_and_changes_nothing(home: Path, content: bytes) -> None:
    """Whatever it holds, the learner reads a sentence with the file's name, and no folder is touched."""
    write_log([attempt(3, id="mine")])
    before = everything(home)

    with pytest.raises(UnreadableProgress, match=r"^odd\.json: ") as caught:
        import_content(content, "odd.json")

    assert str(caught.value).endswith("Nothing was changed.")
    assert everything(home) == before


def test_a_file_that_is_not_there_or_too_large_is_named(home: Path, tmp_path: Path) -> None:
    """The message says why, and what kind of file was expected."""
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(UnreadableProgress, match=r"missing\.json: No such file"):
        import_file(tmp_path / "missing.json")
    with pytest.raises(UnreadableProgress, match="larger than"):
        import_file(large)
    with pytest.raises(UnreadableProgress, match="expected an export"):
        import_file(tmp_path)


def test_a_full_disk_leaves_the_log_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the backup cannot be written, nothing is imported either."""
    write_log([attempt(3, id="mine")])
    (home / "backups").write_text("in the way")
    before = everything(home)

    with pytest.raises(UnreadableProgress, match="Nothing was imported"):
        import_content(export((attempt(4, 1, id="other"),)), "export.json")

    assert everything(home) == before


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_no_file_makes_reading_fail_in_another_way(content: bytes) -> None:
    """Random bytes are records or a sentence, never a crash."""
    try:
        records, _ = read_content(content, "odd.json")
    except UnreadableProgress:
        return
    assert all(isinstance(record, Record) for record in records)


def test_a_record_that_the_file_and_the_log_tell_differently_does_not_depend_on_who_was_first(
    home: Path,
) -> None:
    """An edited copy of a record is united by the same rule wherever it meets the original."""
    mine, edited = event("hint", id="same", number=1), event("hint", id="same", number=2)
    write_log([mine])
    import_content(export((edited,)), "export.json")

    assert log.read_all().records == merge([edited], [mine])
