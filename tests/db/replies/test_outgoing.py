"""Exports that follow what was decided: wordings, holding replies, examples, duplicates; and what JSONL says of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from db import edits, replies
from db.errors import ExportError
from db.exporting import Format, Reckoning, ReplyOptions, export, reckon
from db.importing import import_paths
from db.records import replace
from db.replies import scan
from db.replies.outgoing import Outgoing
from db.review import Review
from db.values import REPLIES, Status, Ticket, Turn
from tests.db.replies.invented import AUDIT, FAR, HOLDING, LINE, LONGER, REFUND, handle, look

KINDS: tuple[Format, ...] = ("markdown", "jsonl", "csv", "parquet")


@pytest.fixture
def decided(scanned: Review) -> Review:
    """A wording, a holding reply, two examples; the texts stay as they are."""
    found = look(scanned)
    replies.choose_wording(scanned, found, handle(found, LINE), LONGER)
    replies.mark_holding(scanned, found, [handle(found, HOLDING)])
    replies.keep(scanned, found, [handle(found, REFUND.format(9))], 2)
    return scanned


def out(review: Review, folder: Path, kind: Format, options: ReplyOptions) -> list[list[str]]:
    """What staff say in each ticket of an export, in the order of the tickets."""
    target = folder / kind / ("" if kind == "markdown" else f"x.{kind}")
    target.parent.mkdir(exist_ok=True)
    export(review, target, kind, options=options)
    if kind == "csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = [(row["conversation"] or row["replies"]).split("\n") for row in csv.DictReader(file)]
        return [[one.removeprefix("客服：") for one in row if one and not one.startswith("客户")] for row in rows]
    if kind != "markdown":
        tickets = lines(target) if kind == "jsonl" else parquet.read_table(target).to_pylist()
        return [
            [one["text"] for one in ticket["conversation"] or ticket["replies"] if one["speaker"] != "customer"]
            for ticket in tickets
        ]
    with Review.create(folder / f"{len(list(folder.iterdir()))}.winnow") as again:
        import_paths(again, [target])
        return [said(one) for one in again.tickets()]


def lines(path: Path) -> list[dict[str, Any]]:
    return list(map(json.loads, path.read_text("utf-8").splitlines()))


def said(one: Ticket) -> list[str]:
    return [turn.text for turn in (one.conversation or one.replies) if turn.speaker != "customer"]


@pytest.mark.parametrize("kind", KINDS)
def test_wordings_and_holding_replies(decided: Review, tmp_path: Path, kind: Format) -> None:
    plain = [said(one) for one in decided.tickets()]
    line, held = {LINE, LONGER, FAR}, {HOLDING, f"{HOLDING}。"}
    assert out(decided, tmp_path, kind, ReplyOptions()) == plain
    assert out(decided, tmp_path, kind, ReplyOptions(wording=True)) == [
        [LONGER if text in line else text for text in one] for one in plain
    ]
    assert out(decided, tmp_path, kind, ReplyOptions(holding=False)) == [
        [text for text in one if text not in held] for one in plain
    ]
    assert out(decided, tmp_path, kind, ReplyOptions(wording=True, holding=False)) == [
        [LONGER if text in line else text for text in one if text not in held] for one in plain
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("options", "left"),
    [
        (ReplyOptions(at_most=0), {9, 16, 17, 18}),  # two examples of the refund
        (ReplyOptions(at_most=1), {2, 3, 6, 9, 11, 12, 13, 14, 15, 16, 17, 18}),
        (ReplyOptions(duplicates=False), {8, 9}),
        (ReplyOptions(duplicates=False, at_most=0), {8, 9, 17, 18}),
        (ReplyOptions(at_most=99), {9, 16, 17, 18}),
    ],
)
def test_tickets_that_are_left_out(
    decided: Review, tmp_path: Path, kind: Format, options: ReplyOptions, left: set[int]
) -> None:
    plain = {one.id: said(one) for one in decided.tickets()}
    assert out(decided, tmp_path, kind, options) == [text for one, text in plain.items() if one not in left]
    target = tmp_path / ("again" if kind == "markdown" else f"again.{kind}")
    done = export(decided, target, kind, options=options)
    assert done.left_out_repeated + done.left_out_duplicates == len(left)
    assert done.tickets == len(plain) - len(left)
    edits.set_status(decided, [9, 18], Status.REVIEWED)
    if options.at_most == 0 and options.duplicates:  # what was reviewed stays first
        assert out(decided, tmp_path, kind, options) == [
            text for one, text in plain.items() if one not in {7, 8, 16, 17}
        ]


def test_columns_say_of_replies_what_lines_say(decided: Review, tmp_path: Path) -> None:
    for kind in ("parquet", "jsonl"):
        export(decided, tmp_path / f"x.{kind}", kind)
    columns, listed = parquet.read_table(tmp_path / "x.parquet").to_pylist(), lines(tmp_path / "x.jsonl")
    codes = set()
    for one, other in zip(columns, listed, strict=True):
        for name in ("replies", "conversation"):
            assert _without_gaps(one[name]) == _without_gaps(other[name])
            codes |= {(turn["canned"] or {"decision": None})["decision"] is None for turn in other[name] or ()}
    assert codes == {True, False}
    assert {one["conversation"] is None for one in columns} == {True, False}


def _without_gaps(value: Any) -> Any:
    """A column has a place for what an object leaves out."""
    if isinstance(value, dict):
        return {key: _without_gaps(one) for key, one in value.items() if one is not None}
    return list(map(_without_gaps, value)) if isinstance(value, list) else value


def test_the_duplicate_that_was_chosen_stays(decided: Review, tmp_path: Path) -> None:
    replies.exclude_duplicates(decided, 8, [7, 8, 9])
    (group,) = (one for one in look(decided).duplicates() if one.whole)
    assert (group.kept, group.tickets) == (8, (7, 8, 9))
    done = export(decided, tmp_path / "x.jsonl", "jsonl", options=ReplyOptions(duplicates=False), include_excluded=True)
    assert done.left_out_duplicates == 2
    ids = [one["id"] for one in lines(tmp_path / "x.jsonl")]
    assert 8 in ids
    assert not {7, 9} & set(ids)


def test_jsonl_says_what_is_canned_and_is_read_back(decided: Review, tmp_path: Path) -> None:
    export(decided, tmp_path / "x.jsonl", "jsonl")
    found = look(decided)
    marks = []
    for line in (tmp_path / "x.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        for turn in (*one["replies"], *(one["conversation"] or ())):
            assert "canned" in turn
            family = found.handle_of_turn(Turn(turn["speaker"], turn["text"]))
            assert (turn["canned"] is None) == (family < 0)
            if turn["canned"]:
                marks.append(turn["canned"])
                (row,) = found.rows([family])
                assert (turn["canned"]["family"], turn["canned"]["uses"]) == (row.id, row.uses)
                assert list(turn["canned"]) == ["family", "template", "uses", "decision"]
    decisions = {json.dumps(one["decision"], ensure_ascii=False): one["template"] for one in marks}
    assert decisions == {
        json.dumps({"code": "wording", "wording": LONGER}, ensure_ascii=False): LINE,
        '{"code": "holding"}': HOLDING,
        '{"code": "keep", "examples": 2}': "退款会在 {number} 个工作日内原路退回到付款账户，请留意",
        "null": AUDIT,
    }
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "x.jsonl"])
        assert again.findings() == []
        assert [said(one) for one in again.tickets()] == [said(one) for one in decided.tickets()]


def test_default_options_leave_every_byte_of_what_is_not_edited(decided: Review, files: Path, tmp_path: Path) -> None:
    edits.set_text(decided, 1, REPLIES, [Turn(None, "改过了")])
    export(decided, tmp_path / "out", "markdown", options=ReplyOptions())
    assert (tmp_path / "out" / "threads.md").read_bytes() == (files / "threads.md").read_bytes()
    old, new = ((one / "lists.md").read_text("utf-8").split("\n") for one in (files, tmp_path / "out"))
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [(f"- {LINE}", "- 改过了")]
    export(decided, tmp_path / "out", "markdown", options=ReplyOptions(wording=True))
    new = (tmp_path / "out" / "lists.md").read_text("utf-8").split("\n")
    assert [pair[1] for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == ["- 改过了", f"- {LONGER}"]


def test_a_decision_holds_for_what_is_said_once(decided: Review, tmp_path: Path) -> None:
    """A dataset in which nothing returns has no families, and what was decided is in force there too."""
    for number in range(1, 19):
        edits.set_text(decided, number, REPLIES, [Turn(None, f"各不相同的{chr(0x5000 + 97 * number) * 20}")])
    decided.execute("UPDATE ticket SET conversation = NULL")
    edits.set_text(decided, 1, REPLIES, [Turn(None, HOLDING), Turn(None, FAR)])
    for rescanned in (False, True):
        if rescanned:
            scan(decided)
        options = ReplyOptions(wording=True, holding=False)
        for kind in ("jsonl", "csv"):
            assert out(decided, tmp_path, kind, options)[0] == [LONGER]


def test_an_export_of_nothing_is_refused(decided: Review, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export(decided, tmp_path / "x.jsonl", "jsonl", ids=[], options=ReplyOptions(duplicates=False))
    assert not (tmp_path / "x.jsonl").exists()


def test_a_review_that_is_read_only_and_was_never_scanned(decided: Review, tmp_path: Path) -> None:
    decided.execute("DELETE FROM replyarray")
    decided.execute("DELETE FROM setting WHERE key = 'replies.scan'")
    plain = [said(one) for one in decided.tickets()]
    with Review.open(decided.path, read_only=True) as reader:
        options = ReplyOptions(holding=False)
        assert sum(map(len, plain)) - 8 == sum(map(len, out(reader, tmp_path, "jsonl", options)))


def test_markdown_leaves_as_they_are_what_a_source_cannot_hold(scanned: Review, files: Path, tmp_path: Path) -> None:
    found = look(scanned)
    replies.choose_wording(scanned, found, handle(found, HOLDING), "甲\n\n**客户**：你好")
    done = export(scanned, tmp_path / "out", "markdown", options=ReplyOptions(wording=True))
    assert (done.not_rewritten, done.tickets) == (8, 18)
    assert (tmp_path / "out" / "threads.md").read_bytes() == (files / "threads.md").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "options",
    [
        ReplyOptions(),
        ReplyOptions(wording=True),
        ReplyOptions(wording=True, holding=False),
        ReplyOptions(at_most=0),
        ReplyOptions(wording=True, holding=False, at_most=1, duplicates=False),
    ],
)
def test_the_numbers_said_beforehand_are_those_of_the_export(
    decided: Review, tmp_path: Path, kind: Format, options: ReplyOptions
) -> None:
    said_before = reckon(decided, kind, options=options)
    target = tmp_path / (kind if kind == "markdown" else f"x.{kind}")
    done = export(decided, target, kind, options=options)
    rest = replace(options, wording=False, holding=True)
    as_they_are, otherwise = (out(decided, new(tmp_path), kind, one) for one in (rest, options))
    changed = sum(one != other for one, other in zip(as_they_are, otherwise, strict=True))
    assert said_before == Reckoning(
        done.tickets,
        done.left_out_excluded,
        done.left_out_repeated,
        done.left_out_duplicates,
        changed,
        done.not_rewritten,
    )
    assert bool(changed) == options.changes_replies


def new(folder: Path) -> Path:
    made = folder / f"run-{len(list(folder.iterdir()))}"
    made.mkdir()
    return made


def test_only_what_is_chosen_is_reckoned(decided: Review) -> None:
    some = [one.id for one in decided.tickets()][:3]
    assert reckon(decided, "jsonl", some, options=ReplyOptions(wording=True)).tickets == len(some)
    assert reckon(decided, "jsonl", [], options=ReplyOptions(wording=True)) == Reckoning(0, 0, 0, 0, 0, 0)


def test_jsonl_says_what_is_canned_in_a_ticket_that_no_scan_has_read(scanned: Review, tmp_path: Path) -> None:
    (parked,) = (one.id for one in scanned.tickets() if one.replies == (Turn(None, FAR),))
    (alone,) = (one.id for one in scanned.tickets() if "说得不一样" in one.replies[0].text)
    with scanned.transaction():
        scanned.execute("UPDATE ticket SET parked = 1, replies = ? WHERE id = ?", (json.dumps([[None, LINE]]), parked))
    scan(scanned)
    export(scanned, tmp_path / "x.jsonl", "jsonl", ids=[parked, alone])
    said = {
        one["id"]: [turn["canned"] and turn["canned"]["template"] for turn in one["replies"]]
        for one in map(json.loads, (tmp_path / "x.jsonl").read_text("utf-8").splitlines())
    }
    assert said == {parked: [LINE], alone: [None]}


def test_what_is_looked_up_by_the_scan_is_what_each_reply_is_compared_for(decided: Review) -> None:
    """After edits that no scan has seen: a reply of a family, one of none, one that leaves its family."""
    first, second, third = [one.id for one in decided.tickets() if said(one) and one.conversation is None][:3]
    for ticket, text in ((first, LINE), (second, "从来没有人这样说过这句话"), (third, f" {HOLDING} ")):
        edits.set_text(decided, ticket, REPLIES, (Turn(None, text),))
    tickets = list(decided.tickets())
    quick, slow = Outgoing(decided, ReplyOptions()), Outgoing(decided, ReplyOptions())
    quick.look_ahead(tickets)
    found = {(one.id, place): quick.canned_in(one)(*turn) for one in tickets for place, turn in enumerate(one.replies)}
    assert found == {(one.id, place): slow.mark(*turn) for one in tickets for place, turn in enumerate(one.replies)}
    assert found[first, 0] is not None
    assert found[second, 0] is None
    assert found[third, 0] is not None
