"""A source that changed since its import: edits stay, conflicts are reported, nothing is deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import sentences
from db.drift import apply_drift, comparing
from db.importing import import_paths, read_again
from db.review import Review
from db.search import Finder, parse
from db.values import Changes
from tests.db.files import part, ticket, write
from tests.db.raw import edit


def again(review: Review, path: Path, *tickets: str) -> Changes:
    """Take in a new version of a file, of these tickets."""
    changes = apply_drift(review, comparing(review, write(path, tickets)), although_other=True)
    assert review.check() == []
    return changes


def counts(changes: Changes) -> tuple[object, ...]:
    return tuple(changes.summary.data[name] for name in ("added", "changed", "parked", "conflicts"))


def titles(review: Review) -> list[str]:
    return [one.title for one in review.tickets()]


def parked(review: Review) -> list[str]:
    return [row[0] for row in review.execute("SELECT title FROM ticket WHERE parked = 1 ORDER BY ordinal")]


@pytest.fixture
def path(review: Review, tmp_path: Path) -> Path:
    """A file of three tickets that has been imported."""
    path = part(tmp_path / "part.md", ["a", "b", "c"])
    import_paths(review, [path])
    return path


def test_order_and_numbers_follow_the_new_file(review: Review, path: Path) -> None:
    result = again(review, path, ticket("c"), ticket("new"), ticket("a"), ticket("b"))
    assert titles(review) == ["c", "new", "a", "b"]
    assert {one.title: one.id for one in review.tickets()} | {"new": 0} == {"a": 1, "b": 2, "c": 3, "new": 0}
    assert counts(result) == (1, 0, 0, 0)
    lines = [one.line for one in review.tickets()]
    assert lines == sorted(lines)
    (report,) = review.sources()
    assert (report.id, report.name, report.tickets) == (1, "part.md", 4)


def test_both_versions_of_the_bytes_are_kept(review: Review, path: Path) -> None:
    first = path.read_bytes()
    again(review, path, ticket("a"))
    assert review.content(1, 1) == first
    assert review.content(1, 2) == review.content(1) == path.read_bytes()


def test_what_the_source_says_now_is_taken_and_logged(review: Review, path: Path) -> None:
    result = again(review, path, ticket("a", replies=["好了"]), ticket("b"), ticket("c"))
    assert [turn.text for turn in review.ticket(1).replies] == ["好了"]
    assert (result.ticket_ids, result.fields) == ((1,), {"replies"})
    assert counts(result) == (0, 1, 0, 0)
    assert review.execute("SELECT ticket_id, field FROM change").fetchall() == [(1, "replies")]
    assert Finder(review).find(parse("好了")).tolist() == [1]


def test_an_edit_of_what_did_not_change_is_kept(review: Review, path: Path) -> None:
    edit(review, 1, "category", "对象存储")
    edit(review, 2, "note", "看过")
    result = again(review, path, ticket("c"), ticket("b", cause="缓存"), ticket("a", replies=["好了"]))
    one = review.ticket(1)
    assert (one.category, one.edited, one.originals) == (("对象存储",), ("category",), {"category": "CDN｜证书问题"})
    assert (review.ticket(2).note, review.ticket(2).causes) == ("看过", ("缓存",))
    assert counts(result) == (0, 2, 0, 0)


def test_a_conflict_keeps_the_edit_and_says_so(review: Review, path: Path) -> None:
    edit(review, 1, "root_cause", "我们的")
    result = again(review, path, ticket("a", cause="他们的"), ticket("b"), ticket("c"))
    one = review.ticket(1)
    assert (one.root_cause, one.originals) == ("我们的", {"root_cause": "他们的"})
    assert counts(result) == (0, 0, 0, 1)
    (found,) = [found for found in review.findings() if found.code == "conflict"]
    assert found.ticket_id == 1
    assert found.data == {"field": "root_cause", "base": "证书过期", "ours": "我们的", "theirs": "他们的"}
    assert "他们的" in sentences.sentence(found.code, found.data)


def test_a_conflict_is_told_as_long_as_the_edit_stands(review: Review, path: Path) -> None:
    edit(review, 1, "root_cause", "我们的")
    again(review, path, ticket("a", cause="他们的"), ticket("b"))
    again(review, path, ticket("a", cause="他们的"), ticket("b"), ticket("d"))
    assert [found.code for found in review.findings() if found.ticket_id == 1] == ["conflict"]
    again(review, path, ticket("a", cause="我们的"), ticket("b"), ticket("e"))
    assert [found.code for found in review.findings() if found.ticket_id == 1] == []


def test_the_source_came_to_say_what_we_did(review: Review, path: Path) -> None:
    edit(review, 1, "title", "A")
    result = again(review, path, ticket("A", problem="a怎么办"), ticket("b"), ticket("c"))
    # title and problem differ from the base, and no title is the same: it cannot be known again
    assert counts(result) == (1, 0, 1, 0)
    edit(review, 2, "root_cause", "缓存")
    result = again(review, path, ticket("A", problem="a怎么办"), ticket("b", cause="缓存"), ticket("c"))
    assert (review.ticket(2).edited, review.ticket(2).originals) == ((), {})
    assert counts(result) == (0, 0, 0, 0)


def test_what_is_gone_is_parked_and_comes_back(review: Review, path: Path) -> None:
    edit(review, 2, "category", "对象存储")
    result = again(review, path, ticket("a"), ticket("c"))
    assert (titles(review), parked(review)) == (["a", "c"], ["b"])
    assert counts(result) == (0, 0, 1, 0)
    assert review.ticket(2).parked
    assert [(found.code, found.ticket_id) for found in review.findings()] == [("parked", 2)]
    assert Finder(review).find(parse("is:parked")).tolist() == [2]
    result = again(review, path, ticket("b"), ticket("c"))
    assert (titles(review), parked(review)) == (["b", "c"], ["a"])
    assert (review.ticket(2).category, review.ticket(2).edited) == (("对象存储",), ("category",))
    assert counts(result) == (0, 0, 1, 0)


def test_an_emptied_file_is_refused(review: Review, path: Path) -> None:
    path.write_bytes(b"")
    result = import_paths(review, [path])
    assert [one.code for one in result.problems] == ["source.empty"]
    assert titles(review) == ["a", "b", "c"]
    write(path, [])
    assert len(import_paths(review, [path]).problems) == 1
    assert titles(review) == ["a", "b", "c"]
    assert parked(review) == []


def test_reading_again_with_a_heading_that_is_known_now(review: Review, tmp_path: Path) -> None:
    text = ticket("a").replace("### 根本原因分析", "### 事后结论")
    path = write(tmp_path / "part.md", [text, text.replace("## a", "## b")])
    import_paths(review, [path])
    assert review.ticket(1).causes == ()
    edit(review, 1, "category", "对象存储")
    review.add_synonym("事后结论", "root_cause")
    assert review.check() == []
    result = read_again(review, 1).changes
    assert [(one.causes, one.category) for one in review.tickets()] == [
        (("证书过期",), ("对象存储",)),
        (("证书过期",), ("CDN", "证书问题")),
    ]
    assert counts(result)[:3] == (0, 2, 0)
    assert review.content(1) == path.read_bytes()
    assert review.execute("SELECT version FROM source WHERE ready = 1").fetchall() == [(1,)]
    assert review.check() == []


def test_a_review_that_was_moved_with_its_data_knows_its_sources(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    paths = [part(old / "data" / "part.md", ["a", "b"]), part(tmp_path / "elsewhere.md", ["c"])]
    with Review.create(old / "tickets.winnow") as review:
        import_paths(review, paths)
    old.rename(new)
    with Review.open(new / "tickets.winnow") as review:
        assert [one.path for one in review.sources()] == [str(new / "data" / "part.md"), str(paths[1])]
        again(review, new / "data" / "part.md", ticket("b"), ticket("a"))
        assert [one.outcome for one in import_paths(review, [new / "data", paths[1]]).reports] == ["already"] * 2
        assert titles(review) == ["b", "a", "c"]


def test_versions_of_real_parts(review: Review, tmp_path: Path, shared: Path) -> None:
    """Nothing that was there once is ever lost, and an edit of it is there to the end."""
    for name in ("p49", "p8"):
        path = tmp_path / f"{name}.md"
        seen: set[int] = set()
        for version in sorted((shared / "datasets" / "history").glob(f"{name}_*.md")):
            shutil.copy(version, path)
            before = titles(review)
            result = import_paths(review, [path])
            if not version.stat().st_size:
                assert [one.code for one in result.problems] == ["source.empty"]
                assert titles(review) == before
                continue
            assert result.problems == ()
            for drift in result.drifts:
                assert titles(review) == before
                apply_drift(review, drift)
            assert review.content(result.reports[0].id) == version.read_bytes()
            if not seen:
                first = min(one.id for one in review.tickets() if one.source_id == result.reports[0].id)
                edit(review, first, "category", "我们的｜分类")
            assert review.ticket(first).category == ("我们的", "分类")
            every = {row[0] for row in review.execute("SELECT id FROM ticket")}
            assert seen <= every
            seen = every
            assert review.check() == []
    shown = review.counts()[0]
    assert shown + len(parked(review)) == len(seen)
