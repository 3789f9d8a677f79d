"""A changed source compared and taken in: what the numbers say, what is decided, one step back and forth."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db import drift, edits, importing, sentences
from db.drift import Own, apply_as_batch, apply_drift, changed_sources, comparing
from db.errors import Cancelled, EditError, SourceError, UserError
from db.importing import import_paths, read_again
from db.review import Review
from db.search import Finder, parse
from db.values import CATEGORY, FIELDS, PROBLEM, REPLIES, ROOT_CAUSE, TITLE, Changes, Status, Step, Turn
from tests.db.drift.whole import numbers, whole
from tests.db.files import jsonl, part, ticket, write
from tests.db.raw import edit


@pytest.fixture
def path(review: Review, tmp_path: Path) -> Path:
    """A file of four tickets that has been imported."""
    path = part(tmp_path / "part.md", ["a", "b", "c", "d"])
    import_paths(review, [path])
    return path


def update(review: Review, path: Path, *tickets: str) -> Changes:
    return apply_drift(review, comparing(review, write(path, tickets)), although_other=True)


def named(review: Review, title: str) -> int:
    return next(one.id for one in review.tickets() if one.title == title)


def there_and_back(review: Review, before: object) -> None:
    """Undo gives what was, redo what there is now; both sound."""
    after, found = whole(review), Finder(review).find(parse("怎么办")).tolist()
    assert edits.undo(review).kind == "other"
    assert whole(review) == before
    assert review.check() == []
    assert edits.redo(review).kind == "other"
    assert whole(review) == after
    assert review.check() == []
    assert Finder(review).find(parse("怎么办")).tolist() == found


def conflicted(review: Review, path: Path) -> Path:
    """Two fields of two tickets are changed on both sides."""
    edits.set_category(review, [1], ["我们的"])
    edits.set_root_cause_text(review, 2, "我们的原因")
    text = ticket("a").replace("CDN｜证书问题", "他们的") + ticket("b", cause="他们的原因")
    path.write_text(f"# 工单\n\n---\n\n{text}{ticket('c')}{ticket('d')}", encoding="utf-8")
    return path


# The plan


def test_the_states_of_tickets_and_their_numbers(review: Review, path: Path) -> None:
    edits.set_category(review, [1, 2], ["我们的"])
    before = whole(review)
    write(path, [ticket("d"), ticket("a"), ticket("b", replies=["好了"]), ticket("e")])
    found = comparing(review, path)
    assert whole(review) == before
    assert numbers(found.counts) == (1, 0, 1, 1, 1, 1)
    assert (found.counts.moved, found.counts.conflicts, found.counts.tickets, found.counts.before) == (1, 0, 4, 4)
    assert (found.firm, found.of, found.another_batch, found.is_harmless) == (3, 4, False, False)
    shown = drift.tickets(review, found, found.places())
    assert [(one.state, one.ticket_id, one.title, one.moved) for one in shown] == [
        ("unchanged", 4, "d", True),
        ("here", 1, "a", False),
        ("both", 2, "b", False),
        ("new", None, "e", False),
        ("gone", 3, "c", False),
    ]
    assert [(one.field, one.side) for one in shown[2].fields] == [("category", "here"), ("replies", "there")]
    replies = shown[2].fields[1]
    assert (replies.base, replies.theirs) == ((Turn(None, "请稍等"),), (Turn(None, "好了"),))
    assert {one.field for one in shown[3].fields} == {"title", "category", "problem", "replies", "root_cause"}
    assert [one.line for one in shown] == [7, 25, 43, 61, None]


def test_a_conflict_is_shown_side_by_side(review: Review, path: Path) -> None:
    found = comparing(review, conflicted(review, path))
    assert found.conflicts == {(1, CATEGORY), (2, ROOT_CAUSE)}
    one, other = drift.tickets(review, found, found.places("both"))
    assert [(f.field, f.base, f.ours, f.theirs) for f in one.fields] == [
        ("category", "CDN｜证书问题", "我们的", "他们的")
    ]
    assert [(f.base, f.ours, f.theirs) for f in other.fields] == [("证书过期", "我们的原因", "他们的原因")]


def test_another_title_alone_is_a_change_of_that_ticket(review: Review, tmp_path: Path) -> None:
    path = write(tmp_path / "part.md", [ticket(one, f"{one}：昨天起打不开") for one in "abc"])
    import_paths(review, [path])
    edits.set_category(review, [2], ["我们的"])
    edits.set_text(review, 3, TITLE, "我们的标题")
    before = whole(review)
    write(path, [ticket("a", "a：昨天起打不开"), ticket("x", "b：昨天起打不开"), ticket("y", "c：昨天起打不开")])
    found = comparing(review, path)
    assert (numbers(found.counts), found.firm) == ((1, 0, 0, 2, 0, 0), 3)
    assert found.conflicts == {(3, TITLE)}
    one, other = drift.tickets(review, found, found.places("both"))
    assert [(f.field, f.side) for f in one.fields] == [(TITLE, "there"), (CATEGORY, "here")]
    assert [(f.base, f.ours, f.theirs) for f in other.fields] == [("c", "我们的标题", "y")]
    apply_drift(review, found)
    assert [(one.title, one.category) for one in review.tickets([2, 3])] == [
        ("x", ("我们的",)),
        ("我们的标题", ("CDN", "证书问题")),
    ]
    there_and_back(review, before)


@pytest.mark.parametrize("problems", [("甲的空间昨天起打不开",) * 2, ("打不开", "上传慢")])
def test_another_title_over_a_problem_that_is_not_its_own_is_another_ticket(
    review: Review, tmp_path: Path, problems: tuple[str, str]
) -> None:
    path = write(tmp_path / "part.md", [ticket("a", problems[0]), ticket("b", problems[1]), ticket("c"), ticket("d")])
    import_paths(review, [path])
    write(path, [ticket("a", problems[0]), ticket("x", problems[1]), ticket("c"), ticket("d")])
    assert numbers(comparing(review, path).counts) == (3, 0, 0, 0, 1, 1)
    # the same problem, but other replies under it
    write(path, [ticket("x", problems[0], ["好了"]), ticket("b", problems[1]), ticket("c"), ticket("d")])
    assert numbers(comparing(review, path).counts) == (3, 0, 0, 0, 1, 1)


def test_both_came_to_say_the_same(review: Review, path: Path) -> None:
    edits.set_root_cause_text(review, 1, "缓存")
    before = whole(review)
    write(path, [ticket("a", cause="缓存"), ticket("b"), ticket("c"), ticket("d")])
    found = comparing(review, path)
    assert (numbers(found.counts), found.counts.conflicts) == ((3, 0, 0, 1, 0, 0), 0)
    (shown,) = drift.tickets(review, found, found.places("both"))
    assert [one.side for one in shown.fields] == ["agreed"]
    apply_drift(review, found)
    assert review.ticket(1).edited == ()
    there_and_back(review, before)


def test_what_stands_before_and_between_tickets_is_no_ticket(review: Review, path: Path) -> None:
    before = whole(review)
    path.write_text("> 说明\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    found = comparing(review, path)
    assert (numbers(found.counts), found.nothing) == ((4, 0, 0, 0, 0, 0), False)
    apply_drift(review, found)
    assert review.content(1) == path.read_bytes()
    there_and_back(review, before)


def test_a_file_that_is_as_it_was(review: Review, path: Path) -> None:
    before = whole(review)
    found = comparing(review, path)
    assert (found.nothing, found.is_harmless) == (True, True)
    assert apply_drift(review, found).entry == 0
    assert whole(review) == before


def test_other_fields_and_spaces_are_changes_too(review: Review, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", 4)
    import_paths(review, [path])
    before = whole(review)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[0] = lines[0].replace('"fields": []', '"fields": [["来源", "电话"]]')
    lines[1] = lines[1].replace('"请稍等 2"', '"请稍等 2 "')
    lines[2] = lines[2].replace('": ', '":')  # says the same in other bytes
    path.write_text("\r\n".join(lines), encoding="utf-8")
    found = comparing(review, path)
    assert numbers(found.counts) == (2, 2, 0, 0, 0, 0)
    shown = drift.tickets(review, found, found.places("there"))
    assert [[one.field for one in other.fields] for other in shown] == [["fields"], ["replies"]]
    assert shown[0].fields[0].theirs == (("来源", "电话"),)
    apply_drift(review, found)
    assert review.ticket(1).fields == (("来源", "电话"),)
    there_and_back(review, before)


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_lines_in_another_encoding(review: Review, tmp_path: Path, codec: str) -> None:
    path = jsonl(tmp_path / "a.jsonl", 30)
    import_paths(review, [path])
    before = whole(review)
    path.write_bytes(path.read_text(encoding="utf-8").replace("7 证书过期了怎么办 7", "域名").encode(codec))
    found = comparing(review, path)
    assert numbers(found.counts) == (29, 1, 0, 0, 0, 0)
    apply_drift(review, found)
    assert review.content(1) == path.read_bytes()
    there_and_back(review, before)
    again = whole(review)
    jsonl(path, 31)
    apply_drift(review, comparing(review, path))
    assert review.counts()[0] == 31
    there_and_back(review, again)


# Applying


def test_ours_stays_and_is_told_unless_decided(review: Review, path: Path) -> None:
    found = comparing(review, conflicted(review, path))
    before = whole(review)
    apply_drift(review, found)
    assert (review.ticket(1).category, review.ticket(1).originals) == (("我们的",), {"category": "他们的"})
    assert sorted(one.data["field"] for one in review.findings() if one.code == "conflict") == [CATEGORY, ROOT_CAUSE]
    there_and_back(review, before)


def test_theirs_is_taken(review: Review, path: Path) -> None:
    found = comparing(review, conflicted(review, path))
    before = whole(review)
    changes = apply_drift(review, found, otherwise="theirs")
    assert (changes.ticket_ids, changes.fields) == ((1, 2), {CATEGORY, ROOT_CAUSE})
    assert (review.ticket(1).category, review.ticket(1).edited) == (("他们的",), ())
    assert (review.ticket(2).causes, review.ticket(2).edited) == (("他们的原因",), ())
    assert review.findings() == []
    there_and_back(review, before)


def test_each_field_as_it_was_decided(review: Review, path: Path) -> None:
    found = comparing(review, conflicted(review, path))
    before = whole(review)
    apply_drift(review, found, {(1, CATEGORY): Own(["又一个", "名字"]), (2, ROOT_CAUSE): "ours"})
    one, other = review.ticket(1), review.ticket(2)
    assert (one.category, one.originals) == (("又一个", "名字"), {"category": "他们的"})
    assert (other.root_cause, other.originals) == ("我们的原因", {"root_cause": "他们的原因"})
    assert review.findings() == []
    there_and_back(review, before)


def test_texts_and_turns_of_ones_own(review: Review, path: Path) -> None:
    edits.set_text(review, 1, REPLIES, [Turn(None, "我们的")])
    edits.set_text(review, 1, PROBLEM, "我们的")
    edits.set_root_cause_text(review, 2, "我们的")
    changed = ticket("a", problem="他们的", replies=["他们的"])
    write(path, [changed, ticket("b", cause="他们的"), ticket("c"), ticket("d")])
    found, before = comparing(review, path), whole(review)
    assert found.counts.conflicts == 3
    own: drift.Choices = {
        (1, REPLIES): Own([Turn(None, "合在一起"), Turn(None, "")]),
        (1, PROBLEM): Own(" 都说了 "),
        (2, ROOT_CAUSE): Own("甲；乙"),
    }
    apply_drift(review, found, own)
    assert (review.ticket(1).replies, review.ticket(1).problem) == ((Turn(None, "合在一起"),), "都说了")
    assert review.ticket(2).root_cause == "甲；乙"
    assert Finder(review).find(parse("合在一起")).tolist() == [1]
    there_and_back(review, before)
    # taken back in the history, the source says what it says now
    edits.take_back(review, edits.history(review, 2)[0].change_id)
    assert review.check() == []


@pytest.mark.parametrize(
    ("choice", "said"),
    [("ours", "电话 我们"), ("theirs", "电话 他们"), (Own([("来源", "电话 两边")]), "电话 两边")],
)
def test_other_fields_that_were_masked_here(
    review: Review, tmp_path: Path, choice: drift.Side | Own, said: str
) -> None:
    path = jsonl(tmp_path / "a.jsonl", 4)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"fields": []', '"fields": [["来源", "电话"]]', 1), encoding="utf-8")
    import_paths(review, [path])
    edit(review, 1, FIELDS, '[["来源", "电话 我们"]]')
    path.write_text(text.replace('"fields": []', '"fields": [["来源", "电话 他们"]]', 1), encoding="utf-8")
    found, before = comparing(review, path), whole(review)
    assert found.conflicts == {(1, FIELDS)}
    (shown,) = drift.tickets(review, found, found.places("both"))
    assert (shown.fields[0].base, shown.fields[0].ours) == ((("来源", "电话"),), (("来源", "电话 我们"),))
    apply_drift(review, found, {(1, FIELDS): choice})
    assert review.ticket(1).fields == (("来源", said),)
    there_and_back(review, before)


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ({(3, CATEGORY): "theirs"}, "drift.no_conflict"),
        ({(1, CATEGORY): Own(["有｜号"])}, "edit.bad_path"),
        ({(2, ROOT_CAUSE): Own("行\n\n---\n\n## 新的\n\n**问题分类**: CDN\n\n### 问题描述\n\n行")}, "edit.not_held"),
    ],
)
def test_a_choice_that_cannot_be_changes_nothing(review: Review, path: Path, choice: drift.Choices, code: str) -> None:
    found, before = comparing(review, conflicted(review, path)), whole(review)
    with pytest.raises(EditError) as caught:
        apply_drift(review, found, choice)
    assert caught.value.code == code
    assert len(sentences.error(caught.value)) > 30
    assert whole(review) == before
    assert review.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert review.check() == []


def test_what_is_gone_is_parked_with_its_edits_and_comes_back(review: Review, path: Path) -> None:
    edits.set_category(review, [2], ["我们的"])
    edits.set_status(review, [2], Status.FLAGGED)
    before = whole(review)
    update(review, path, ticket("a"), ticket("c"), ticket("d"))
    one = review.ticket(2)
    assert (one.parked, one.category, one.status) == (True, ("我们的",), Status.FLAGGED)
    there_and_back(review, before)
    between = whole(review)
    found = comparing(review, part(path, ["b", "c", "d"]))
    assert (numbers(found.counts), found.counts.returned) == ((2, 0, 1, 0, 0, 1), 1)
    apply_drift(review, found)
    assert (review.ticket(2).parked, review.ticket(2).category) == (False, ("我们的",))
    there_and_back(review, between)


def test_undo_all_and_redo_all(review: Review, path: Path) -> None:
    start = whole(review)
    edits.set_category(review, [1], ["我们的"])
    update(review, path, ticket("b", cause="他们的"), ticket("a"), ticket("e"))
    edits.set_root_cause_text(review, named(review, "e"), "缓存")
    edits.set_status(review, [1, named(review, "e")], Status.REVIEWED)
    update(review, path, ticket("e", cause="别的"), ticket("f"), ticket("b"))
    end = whole(review)
    actions = 0
    while edits.next_undo(review) is not None:
        edits.undo(review)
        actions += 1
        assert review.check() == []
    assert actions == 5
    assert whole(review) == start
    while edits.next_redo(review) is not None:
        edits.redo(review)
        assert review.check() == []
    assert whole(review) == end
    assert review.content(1) == path.read_bytes()


def test_after_undo_another_version_can_be_taken_in(review: Review, path: Path) -> None:
    start = whole(review)
    update(review, path, ticket("a"), ticket("e"))
    edits.undo(review)
    assert [one.stand for one in changed_sources(review)] == ["changed"]
    update(review, path, ticket("a"), ticket("b"), ticket("f"))
    assert [one.title for one in review.tickets()] == ["a", "b", "f"]
    with pytest.raises(EditError, match="nothing"):
        edits.redo(review)
    edits.undo(review)
    assert whole(review) == start
    edits.redo(review)
    assert [one.title for one in review.tickets()] == ["a", "b", "f"]
    assert review.check() == []


def test_a_search_does_not_find_what_was_undone(review: Review, path: Path) -> None:
    update(review, path, ticket("a"), ticket("b"), ticket("c"), ticket("只有这里"))
    here = [named(review, "只有这里")]
    assert Finder(review).find(parse("只有这里")).tolist() == here
    edits.undo(review)
    finder = Finder(review)
    assert finder.find(parse("只有这里")).tolist() == []
    assert finder.count(parse("怎么办")) == 4
    assert finder.find(parse("finding:parked")).tolist() == []
    edits.redo(review)
    assert Finder(review).find(parse("只有这里")).tolist() == here
    assert Finder(review).find(parse("is:parked finding:parked")).tolist() == [4]


def test_news_of_an_undone_version_is_news_of_everything(review: Review, path: Path) -> None:
    update(review, path, ticket("a"), ticket("b"), ticket("c"))
    entry = edits.last_entry(review)
    edits.undo(review)
    edits.redo(review)
    assert [one.kind for one in edits.changes_since(review, entry)] == ["other", "other"]
    assert [one.kind for one in edits.log(review)[:3]] == ["redo", "undo", "import"]


def test_reading_again_is_a_step_too(review: Review, tmp_path: Path) -> None:
    text = ticket("a").replace("### 根本原因分析", "### 事后结论")
    path = write(tmp_path / "part.md", [text, text.replace("## a", "## b")])
    import_paths(review, [path])
    before = whole(review)
    review.add_synonym("事后结论", "root_cause")
    read_again(review, 1)
    assert review.ticket(1).causes == ("证书过期",)
    there_and_back(review, before)


# Others at the same review


def test_others_work_on_a_new_ticket_keeps_it(review: Review, path: Path) -> None:
    update(review, path, ticket("a"), ticket("b"), ticket("c"), ticket("d"), ticket("e"))
    new = named(review, "e")
    with Review.open(review.path, "wang") as other:
        edits.set_status(other, [new], Status.FLAGGED)
    with pytest.raises(EditError) as caught:
        edits.undo(review)
    assert (caught.value.code, caught.value.data["who"], caught.value.data["ticket"]) == (
        "undo.changed_since",
        "wang",
        new,
    )
    with Review.open(review.path, "wang") as other:
        edits.undo(other)
    edits.undo(review)
    assert review.counts()[0] == 4


def test_others_edits_of_other_fields_stay_through_undo_and_redo(review: Review, path: Path) -> None:
    edits.set_root_cause_text(review, 1, "我们的")
    update(review, path, ticket("new"), ticket("a", cause="他们的"), ticket("b"), ticket("c", replies=["好了"]))
    with Review.open(review.path, "wang") as other:
        edits.set_category(other, [1, 2, 3], ["王的"])
    edits.undo(review)
    assert review.check() == []
    assert [one.category for one in review.tickets([1, 2, 3])] == [("王的",)] * 3
    assert review.ticket(1).originals == {"category": "CDN｜证书问题", "root_cause": "证书过期"}
    edits.redo(review)
    assert review.check() == []
    assert review.ticket(1).originals == {"category": "CDN｜证书问题", "root_cause": "他们的"}
    with Review.open(review.path, "wang") as other:
        edits.undo(other)
        assert other.check() == []


def test_an_older_edit_that_was_undone_since(review: Review, path: Path) -> None:
    """The conflict is gone by then: nothing is left that is marked as edited and says what the source says."""
    edits.set_root_cause_text(review, 1, "我们的")
    (mine,) = (one.id for one in edits.log(review) if one.kind == "edit")
    update(review, path, ticket("a", cause="他们的"), ticket("b"), ticket("c"))
    edits.undo(review, mine)
    assert (review.ticket(1).root_cause, review.ticket(1).edited) == ("证书过期", ("root_cause",))
    edits.undo(review)
    assert (review.ticket(1).root_cause, review.ticket(1).edited) == ("证书过期", ())
    assert review.check() == []


def test_a_later_version_is_undone_first(review: Review, path: Path) -> None:
    first = update(review, path, ticket("a"), ticket("b"), ticket("c"))
    with Review.open(review.path, "wang") as other:
        update(other, path, ticket("a"), ticket("b"), ticket("c"), ticket("d"))
    with pytest.raises(EditError) as caught:
        edits.undo(review, first.entry)
    assert caught.value.code == "undo.version_since"
    assert "wang" in sentences.error(caught.value)
    with Review.open(review.path, "wang") as other:
        edits.undo(other)
    edits.undo(review)
    with Review.open(review.path, "wang") as other:
        with pytest.raises(EditError) as caught:
            edits.redo(other)
        assert caught.value.code == "redo.version_since"
    assert review.check() == []


# What has changed meanwhile


def test_a_file_that_changed_again_is_compared_again(review: Review, path: Path) -> None:
    found = comparing(review, part(path, ["a", "b", "c"]))
    before = whole(review)
    part(path, ["a", "b", "x"])
    with pytest.raises(SourceError) as caught:
        apply_drift(review, found)
    assert caught.value.code == "drift.file_changed"
    with pytest.raises(SourceError):
        apply_as_batch(review, found)
    assert whole(review) == before


@pytest.mark.parametrize("name", ["category", "status"])
def test_a_review_that_changed_is_compared_again(review: Review, path: Path, name: str) -> None:
    found = comparing(review, part(path, ["a", "b", "c"]))
    with Review.open(review.path, "wang") as other:
        if name == "category":
            edits.set_category(other, [1], ["王的"])
        else:
            edits.set_status(other, [1], Status.FLAGGED)
    before = whole(review)
    if name == "status":  # what the source does not say is nobody's conflict
        apply_drift(review, found)
        assert review.ticket(1).status is Status.FLAGGED
        return
    with pytest.raises(SourceError) as caught:
        apply_drift(review, found)
    assert caught.value.code == "drift.review_changed"
    assert whole(review) == before


def test_a_version_that_others_took_in_meanwhile(review: Review, path: Path) -> None:
    found = comparing(review, part(path, ["a", "b", "c"]))
    with Review.open(review.path, "wang") as other:
        apply_drift(other, found)
    with pytest.raises(SourceError) as caught:
        apply_drift(review, found)
    assert caught.value.code == "drift.review_changed"


def test_an_edit_while_the_file_is_read(review: Review, path: Path) -> None:
    found, done = comparing(review, part(path, ["a", "b", "c"])), []

    def edit(step: Step) -> None:
        if step.stage == "import" and not done:
            with Review.open(review.path, "wang") as other:
                done.append(edits.set_category(other, [1], ["王的"]))

    with pytest.raises(SourceError) as caught:
        apply_drift(review, found, progress=edit)
    assert (caught.value.code, len(done)) == ("drift.review_changed", 1)
    assert review.counts()[0] == 4
    assert review.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert review.check() == []


def test_a_stopped_update_leaves_everything(review: Review, path: Path) -> None:
    found, before = comparing(review, part(path, ["a", "b", "c", "e"])), whole(review)
    for stage in ("import", "merge"):

        def stop(step: Step, at: str = stage) -> None:
            if step.stage == at:
                raise Cancelled

        with pytest.raises(Cancelled):
            apply_drift(review, found, progress=stop)
        assert whole(review) == before
        assert review.execute("SELECT count(*) FROM source").fetchone() == (1,)
    with pytest.raises(Cancelled):
        comparing(review, path, progress=lambda _: (_ for _ in ()).throw(Cancelled()))


# Empty, missing, another batch


def test_an_empty_file_changes_nothing_unless_asked(review: Review, path: Path) -> None:
    edits.set_category(review, [2], ["我们的"])
    before = whole(review)
    path.write_bytes(b"")
    assert [one.stand for one in changed_sources(review)] == ["emptied"]
    with pytest.raises(SourceError) as caught:
        comparing(review, path)
    assert caught.value.code == "source.empty"
    found = comparing(review, path, although_empty=True)
    assert (numbers(found.counts), found.stand) == ((0, 0, 0, 0, 0, 4), "emptied")
    apply_drift(review, found)
    assert (review.counts()[0], review.content(1)) == (0, b"")
    assert [one.parked for one in review.tickets([1, 2, 3, 4])] == [True] * 4
    assert changed_sources(review) == ()
    there_and_back(review, before)
    emptied = whole(review)
    found = comparing(review, part(path, ["a", "b", "c", "d"]))
    assert (found.counts.returned, found.another_batch) == (4, False)
    apply_drift(review, found)
    assert review.ticket(2).category == ("我们的",)
    there_and_back(review, emptied)


def test_a_missing_file_changes_nothing_unless_asked(review: Review, path: Path) -> None:
    before = whole(review)
    path.unlink()
    assert [one.stand for one in changed_sources(review)] == ["missing"]
    with pytest.raises(SourceError) as caught:
        comparing(review, path)
    assert caught.value.code == "source.missing"
    found = comparing(review, 1, although_empty=True)
    part(path, ["a", "b"])
    with pytest.raises(SourceError) as caught:
        apply_drift(review, found)
    assert caught.value.code == "drift.file_changed"
    path.unlink()
    apply_drift(review, found)
    assert review.counts()[0] == 0
    there_and_back(review, before)


def test_other_tickets_are_another_batch_or_a_new_version(review: Review, path: Path) -> None:
    before = whole(review)
    found = comparing(review, part(path, [f"第 {n} 件" for n in range(9)]))
    assert (found.another_batch, found.firm, found.of) == (True, 0, 4)
    with pytest.raises(SourceError) as caught:
        apply_drift(review, found)
    assert caught.value.code == "drift.another_batch"
    assert whole(review) == before
    apply_as_batch(review, found)
    assert [(one.id, one.tickets) for one in review.sources()] == [(1, 4), (2, 9)]
    assert review.content(1) != review.content(2) == path.read_bytes()
    assert changed_sources(review) == ()
    there_and_back(review, before)
    # the earlier one is still compared by its number; it is no third source
    earlier = comparing(review, 1)
    assert (earlier.source_id, earlier.stand, earlier.firm) == (1, "changed", 0)
    with pytest.raises(SourceError) as caught:
        apply_as_batch(review, earlier)
    assert (caught.value.code, caught.value.data["source"]) == ("drift.known_batch", review.sources()[1].name)
    # the file belongs to the new batch from now on
    part(path, [f"第 {n} 件" for n in range(8)])
    assert [one.source_id for one in changed_sources(review)] == [2]
    apply_drift(review, comparing(review, path))
    assert [one.tickets for one in review.sources()] == [4, 8]
    edits.undo(review)
    edits.undo(review)
    assert whole(review) == before
    assert comparing(review, path).another_batch
    apply_drift(review, comparing(review, path), although_other=True)
    assert review.counts()[0] == 8
    there_and_back(review, before)


def test_four_fifths_may_differ(review: Review, tmp_path: Path) -> None:
    path = part(tmp_path / "part.md", [f"t{n}" for n in range(10)])
    import_paths(review, [path])
    for kept, another in ((2, False), (1, True)):
        part(path, [*(f"t{n}" for n in range(kept)), *(f"x{n}" for n in range(20))])
        assert comparing(review, path).another_batch is another
    part(path, ["t0"])  # of the smaller side all are known
    assert not comparing(review, path).another_batch


# Noticing


def test_a_digest_is_made_only_where_size_or_time_differ(
    review: Review, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    real = drift.noticing.sha256_of  # type: ignore[attr-defined]
    monkeypatch.setattr("db.drift.noticing.sha256_of", lambda file: made.append(file) or real(file))
    assert changed_sources(review) == ()
    assert made == []
    os.utime(path, (1, 1))
    seen: drift.Seen = {}
    assert [changed_sources(review, seen) for _ in range(3)] == [()] * 3
    assert made == [path]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("a怎么办", "z怎么办"), encoding="utf-8")
    os.utime(path, (1, 1))
    assert changed_sources(review, seen) == ()  # by size and time it is the same one
    assert [one.stand for one in changed_sources(review, thorough=True)] == ["changed"]


def test_a_file_that_cannot_be_read(review: Review, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.stat

    def deny(self: Path, **named: bool) -> os.stat_result:
        if self == path:
            raise PermissionError(13, "denied", str(path))
        return real(self, **named)

    monkeypatch.setattr(Path, "stat", deny)
    (found,) = changed_sources(review)
    assert (found.stand, found.reason) == ("unreadable", "denied")


def test_a_folder_in_place_of_the_file(review: Review, path: Path) -> None:
    path.unlink()
    path.mkdir()
    (found,) = changed_sources(review)
    assert found.stand in ("unreadable", "changed")
    with pytest.raises(UserError):
        comparing(review, path)


def test_no_source_of_that_name(review: Review, path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        comparing(review, path.with_name("other.md"))
    assert caught.value.code == "drift.no_source"
    with pytest.raises(KeyError):
        comparing(review, 9)


def test_an_import_says_the_numbers_and_leaves_the_source(review: Review, path: Path) -> None:
    before = whole(review)
    part(path, ["a", "b", "c", "e"])
    result = import_paths(review, [path, part(path.with_name("more.md"), ["m"])])
    assert [one.outcome for one in result.reports] == ["changed", "read"]
    assert [numbers(one.counts) for one in result.drifts] == [(3, 0, 0, 0, 1, 1)]
    shown = whole(review)
    assert shown["bytes"][0] == before["bytes"][0]
    assert shown["ticket"][:4] == before["ticket"]
    assert importing.find_sources([path]) == [path]
