"""Each verb: what it writes, what it leaves alone, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import edits, sentences
from db.errors import EditError, UserError
from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse
from db.values import PROBLEM, REPLIES, TITLE, Status, Turn
from tests.db.edits.snapshot import snapshot

OTHER_TICKET = "一\n\n---\n\n## 2. 另一张\n\n**问题分类**: CDN\n\n### 问题描述\n\n二"


def ids(review: Review, query: str = "") -> list[int]:
    found: list[int] = Finder(review).find(parse(query)).tolist()
    return found


def test_a_category_is_changed_and_the_source_remembered(curated: Review) -> None:
    ticket = curated.ticket(1)
    changes = edits.set_category(curated, [1], ("CDN", "新的分类"))
    assert (changes.ticket_ids, changes.fields, changes.kind) == ((1,), {"category"}, "edit")
    after = curated.ticket(1)
    assert after.category == ("CDN", "新的分类")
    assert after.category_raw == ticket.category_raw
    assert after.edited == ("category",)
    assert after.originals == {"category": "｜".join(ticket.category)}
    assert curated.check() == []


def test_an_edit_back_to_the_source_is_no_edit_any_more(curated: Review) -> None:
    ticket = curated.ticket(1)
    edits.set_category(curated, [1], ("别的",))
    edits.set_category(curated, [1], ticket.category)
    assert curated.ticket(1) == ticket
    assert len(edits.history(curated, 1)) == 2


def test_what_is_so_already_is_left_out(curated: Review) -> None:
    ticket = curated.ticket(1)
    other = next(one for one in curated.tickets() if one.category != ticket.category)
    changes = edits.set_category(curated, [1, other.id], ticket.category)
    assert changes.ticket_ids == (other.id,)
    assert changes.summary.data["n"] == 1
    before = snapshot(curated)
    nothing = edits.set_category(curated, [1], ticket.category)
    assert (nothing.entry, nothing.ticket_ids) == (0, ())
    assert sentences.summary(nothing.summary) == "Nothing needed doing"
    assert snapshot(curated) == before
    assert len(edits.log(curated)) == 2  # the import, and one edit


def test_many_tickets_are_one_action_with_their_number(curated: Review) -> None:
    everything = ids(curated)
    changes = edits.set_status(curated, everything, Status.FLAGGED)
    assert len(changes.ticket_ids) == len(everything) == 60
    assert sentences.summary(changes.summary) == "Marked 60 tickets as flagged"
    assert ids(curated, "is:flagged") == everything
    (entry, *_) = edits.log(curated)
    assert (entry.tickets, entry.reviewer, entry.kind, entry.undone) == (60, "lin", "edit", False)


def test_a_category_can_be_taken_off(curated: Review) -> None:
    changes = edits.set_category(curated, [1], ())
    assert curated.ticket(1).category == ()
    assert sentences.summary(changes.summary) == "Took the category off"


@pytest.mark.parametrize("path", [("",), ("CDN", " "), ("CDN｜证书",), ("CDN\n证书",), ("a\u2028b",)])
def test_a_path_that_cannot_be(curated: Review, path: tuple[str, ...]) -> None:
    before = snapshot(curated)
    with pytest.raises(EditError) as caught:
        edits.set_category(curated, [1], path)
    assert caught.value.code == "edit.bad_path"
    assert sentences.error(caught.value)
    assert snapshot(curated) == before


def test_a_path_that_a_source_would_read_otherwise(curated: Review) -> None:
    with pytest.raises(EditError) as caught:
        edits.set_category(curated, ids(curated), ("甲 | 乙",))
    assert caught.value.code in ("edit.path_not_held",)
    assert "甲 | 乙" in sentences.error(caught.value)


def test_root_causes_are_written_in_the_style_of_each_source(curated: Review) -> None:
    everything = ids(curated)
    edits.set_causes(curated, everything, ("证书过期", "配置错误"))
    for ticket in curated.tickets():
        assert ticket.causes == ("证书过期", "配置错误"), ticket
        assert "证书过期" in ticket.root_cause
    assert len({ticket.root_cause for ticket in curated.tickets()}) > 1
    assert curated.check() == []


def test_a_cause_is_added_once_and_removed(curated: Review) -> None:
    had = curated.ticket(1).causes
    edits.add_cause(curated, [1], "  新的原因 ")
    assert curated.ticket(1).causes == (*had, "新的原因")
    assert edits.add_cause(curated, [1], "新的原因").entry == 0
    edits.remove_cause(curated, [1], "新的原因")
    assert curated.ticket(1).causes == had
    assert curated.ticket(1).edited == ()


@pytest.mark.parametrize("cause", ["", "  ", "两\n行"])
def test_a_cause_that_cannot_be(curated: Review, cause: str) -> None:
    with pytest.raises(EditError) as caught:
        edits.add_cause(curated, [1], cause)
    assert caught.value.code == "edit.bad_cause"


def test_prose_stays_editable_as_text(curated: Review) -> None:
    edits.set_root_cause_text(curated, 1, "客户的证书在周末过期，\n没有人收到提醒。\n")
    ticket = curated.ticket(1)
    assert ticket.root_cause == "客户的证书在周末过期，\n没有人收到提醒。"
    assert len(ticket.causes) == 1
    assert ids(curated, "没有人收到提醒") == [1]
    assert curated.check() == []


def test_notes_and_what_is_searched_follow(curated: Review) -> None:
    edits.set_note(curated, [1, 2], " 需要回访 ")
    assert ids(curated, "需要回访") == [1, 2]
    assert ids(curated, "has:note") == [1, 2]
    edits.set_note(curated, [1], "")
    assert ids(curated, "需要回访") == [2]
    assert curated.ticket(1).edited == ()


def test_texts_and_turns(curated: Review) -> None:
    edits.set_text(curated, 1, TITLE, "标题换了")
    edits.set_text(curated, 1, PROBLEM, "问题也换了，\n还有第二行")
    edits.set_text(curated, 1, REPLIES, [Turn(None, "只有一条回复")])
    ticket = curated.ticket(1)
    assert (ticket.title, ticket.problem, ticket.replies) == (
        "标题换了",
        "问题也换了，\n还有第二行",
        (Turn(None, "只有一条回复"),),
    )
    assert set(ticket.edited) == {TITLE, PROBLEM, REPLIES}
    assert ids(curated, "只有一条回复") == [1]
    row = curated.rows([1])[0]
    assert (row.title, row.turns) == ("标题换了", len(ticket.thread))
    assert curated.check() == []


def test_texts_that_cannot_be(curated: Review) -> None:
    before = snapshot(curated)
    for field, value in ((TITLE, ""), (TITLE, "两\n行"), ("number", "3"), (PROBLEM, OTHER_TICKET)):
        with pytest.raises(UserError) as caught:
            edits.set_text(curated, first_with_headings(curated), field, value)
        assert sentences.error(caught.value)
    assert snapshot(curated) == before


def first_with_headings(review: Review) -> int:
    """A ticket whose source has sections of level three."""
    source = next(one.id for one in review.sources() if one.dialect.get("headings") == "sign")
    return next(ticket.id for ticket in review.tickets() if ticket.source_id == source)


def test_a_ticket_that_is_not_there_stops_the_action(curated: Review) -> None:
    before = snapshot(curated)
    for verb in (
        lambda: edits.set_status(curated, [1, 999], Status.REVIEWED),
        lambda: edits.add_cause(curated, [1, 999], "原因"),
        lambda: edits.set_text(curated, 999, TITLE, "标题"),
    ):
        with pytest.raises(EditError) as caught:
            verb()
        assert (caught.value.code, caught.value.data["ticket"]) == ("edit.no_ticket", 999)
    assert snapshot(curated) == before


def test_several_fields_are_one_action(curated: Review) -> None:
    changes = edits.edit(curated, [1, 2], ("CDN",), ("证书过期",), Status.REVIEWED, "看过")
    assert changes.fields == {"category", "root_cause", "status", "note"}
    for ticket in curated.tickets([1, 2]):
        assert (ticket.category, ticket.causes, ticket.status, ticket.note) == (
            ("CDN",),
            ("证书过期",),
            Status.REVIEWED,
            "看过",
        )
    edits.undo(curated)
    assert curated.ticket(1).status is Status.UNREVIEWED
    assert curated.ticket(1).edited == ()


def test_history_says_who_when_what(curated: Review) -> None:
    edits.set_category(curated, [1], ("CDN", "甲"))
    edits.set_status(curated, [1], Status.REVIEWED)
    status, category = edits.history(curated, 1)
    assert (status.field, status.before, status.after) == ("status", "unreviewed", "reviewed")
    assert (category.field, category.after, category.reviewer, category.kind) == ("category", "CDN｜甲", "lin", "edit")
    assert category.at < status.at or category.change_id < status.change_id


def test_a_past_value_is_taken_back_singly(curated: Review) -> None:
    ticket = curated.ticket(1)
    edits.edit(curated, [1], ("CDN", "甲"), ("新的",), Status.REVIEWED)
    edits.set_note(curated, [1], "备注")
    for item in edits.history(curated, 1):
        if item.field in ("category", "root_cause"):
            edits.take_back(curated, item.change_id)
    after = curated.ticket(1)
    assert (after.category, after.causes, after.root_cause) == (ticket.category, ticket.causes, ticket.root_cause)
    assert (after.status, after.note) == (Status.REVIEWED, "备注")
    with pytest.raises(EditError, match="no_change"):
        edits.take_back(curated, 12345)


def test_causes_that_the_text_does_not_say_are_kept(tmp_path: Path) -> None:
    line = '{"title": "一", "category": ["CDN"], "root_cause": "写成一句话", "root_causes": ["甲", "乙"]}\n'
    (tmp_path / "one.jsonl").write_text(line, encoding="utf-8")
    with Review.create(tmp_path / "one.winnow") as review:
        import_paths(review, [tmp_path / "one.jsonl"])
        before = snapshot(review)
        edits.add_cause(review, [1], "丙")
        assert review.ticket(1).causes == ("甲", "乙", "丙")
        edits.undo(review)
        assert snapshot(review) == before
        edits.redo(review)
        edits.take_back(review, edits.history(review, 1)[-1].change_id)
        assert snapshot(review) == before


def test_a_line_ends_with_a_line_feed_however_it_was_typed(curated: Review) -> None:
    edits.set_text(curated, 1, PROBLEM, "一\r\n二\r三")
    assert curated.ticket(1).problem == "一\n二\n三"
    said = curated.ticket(1).replies
    edits.set_text(curated, 1, REPLIES, [*said, Turn(said[0].speaker, "一\r\n二\r三")])
    assert curated.ticket(1).replies == (*said, Turn(said[0].speaker, "一\n二\n三"))
