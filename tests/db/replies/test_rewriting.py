"""Rewritten replies: those that are meant and no other, in the source too; what a source cannot hold stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import edits, replies, sentences
from db.errors import EditError
from db.exporting import export
from db.importing import import_paths
from db.replies import scan
from db.review import Review
from db.values import CONVERSATION, REPLIES, Ticket
from tests.db.files import ticket, write
from tests.db.replies.invented import FAR, HOLDING, LINE, LONGER, handle, look

WORDING = "北区链路有抖动，已经切换到备用线路"


def said(one: Ticket, speakers: tuple[str | None, ...]) -> list[str]:
    return [turn.text for turn in (*one.replies, *(one.conversation or ())) if turn.speaker in speakers]


def written(review: Review, folder: Path) -> dict[str, bytes]:
    export(review, folder, "markdown")
    return {file.name: file.read_bytes() for file in folder.glob("*.md")}


def test_all_are_rewritten_in_both_sections_and_customers_keep_their_words(scanned: Review, files: Path) -> None:
    before = {one.id: one for one in scanned.tickets()}
    sources, out = {file.name: file.read_bytes() for file in files.iterdir()}, files.parent / "out"
    assert written(scanned, out) == sources
    found = look(scanned)
    family = handle(found, LINE)
    effect = replies.effect(found, [family], wording=WORDING)
    changes = replies.rewrite(scanned, found, [family], wording=WORDING)
    assert (effect.replies, effect.tickets, effect.sources, effect.refused) == (8, 8, 2, 0)
    assert changes.fields >= {REPLIES, CONVERSATION}
    for one in scanned.tickets():
        old = before[one.id]
        assert said(one, ("customer",)) == said(old, ("customer",))
        expected = [WORDING if text in (LINE, LONGER, FAR) else text for text in said(old, (None, "staff"))]
        assert said(one, (None, "staff")) == expected
        changed = (expected, one.conversation) != (said(old, (None, "staff")), old.conversation)
        assert (one.id in changes.ticket_ids) == changed == bool(one.edited)
    for name, data in written(scanned, out).items():
        for old_line, new_line in zip(sources[name].split(b"\n"), data.split(b"\n"), strict=True):
            if old_line != new_line:
                assert WORDING.encode() in new_line
                assert any(text.encode() in old_line for text in (LINE, FAR))
                assert "客户".encode() not in old_line
    edits.undo(scanned)
    assert written(scanned, out) == sources


def test_some_are_rewritten(scanned: Review) -> None:
    found = look(scanned)
    family = handle(found, LINE)
    effect = replies.effect(found, [family], [LONGER])
    changes = replies.rewrite(scanned, found, [family], [LONGER])
    assert (effect.replies, effect.tickets, changes.summary.data["replies"]) == (3, 3, 3)
    assert len(changes.ticket_ids) == 3
    found.refresh(changes)
    assert found.texts_of(handle(found, LINE)) == [LINE, FAR]
    assert found.family(handle(found, LINE)).row.wording == LINE


def test_many_families_at_once_each_to_its_own_wording(scanned: Review) -> None:
    found = look(scanned)
    wanted = [handle(found, LINE), handle(found, HOLDING)]
    changes = replies.rewrite(scanned, found, wanted)
    assert changes.summary.data["families"] == 2
    found.refresh(changes)
    assert [found.texts_of(one) for one in wanted] == [[LINE], [HOLDING]]
    edits.undo(scanned)


HEADING = "第一行\n### 客服解答\n第二行"
"""What would be read as another section."""


def test_what_a_dialect_cannot_hold_stays_and_is_counted(scanned: Review, tmp_path: Path) -> None:
    found = look(scanned)
    family = handle(found, LINE)
    start = list(scanned.tickets())
    with pytest.raises(EditError) as caught:
        replies.rewrite(scanned, found, [family], wording=HEADING)
    assert caught.value.code == "canned.not_held"
    assert "8" in sentences.error(caught.value)
    assert list(scanned.tickets()) == start
    assert edits.next_undo(scanned) is None
    export(scanned, tmp_path / "more.jsonl", "jsonl")
    with Review.create(tmp_path / "both.winnow", "lin") as review:
        import_paths(review, [write(tmp_path / "a.md", [ticket("甲", replies=[LINE]), ticket("乙", replies=[LONGER])])])
        import_paths(review, [tmp_path / "more.jsonl"])
        scan(review)
        both = look(review)
        effect = replies.effect(both, [handle(both, LINE)], wording=HEADING)
        changes = replies.rewrite(review, both, [handle(both, LINE)], wording=HEADING)
        assert (effect.tickets, effect.refused) == (8, 2)
        assert len(changes.ticket_ids) == 8
        assert "2" in sentences.summary(changes.summary)
        assert [one.edited for one in review.tickets()][:2] == [(), ()]
        assert review.check() == []


def test_an_encoding_that_cannot_hold_the_wording(scanned: Review, tmp_path: Path) -> None:
    path = write(tmp_path / "old.md", [ticket(f"第 {n} 件", replies=[LINE]) for n in range(3)])
    path.write_bytes(path.read_text("utf-8").encode("gb2312"))
    with Review.create(tmp_path / "old.winnow", "lin") as review:
        import_paths(review, [path])
        scan(review)
        found = look(review)
        with pytest.raises(EditError, match=r"canned\.not_held"):
            replies.rewrite(review, found, [handle(found, LINE)], wording="好的 \U0001f600")
        replies.rewrite(review, found, [handle(found, LINE)], wording="好的，已经切换")
        export(review, tmp_path / "out", "markdown")
        assert (tmp_path / "out" / "old.md").read_bytes().decode("gb18030").count("好的，已经切换") == 3


def test_a_wording_of_several_lines(scanned: Review, tmp_path: Path) -> None:
    found = look(scanned)
    wording = "第一步，看一下线路\n\n第二步，切换线路"
    changes = replies.rewrite(scanned, found, [handle(found, LINE)], wording=wording)
    assert scanned.check() == []
    export(scanned, tmp_path / "out", "markdown")
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "out"])
        for old, new in zip(scanned.tickets(), again.tickets(), strict=True):
            assert (old.replies, old.conversation) == (new.replies, new.conversation)
    assert changes.summary.data["value"] == "第一步，看一下线路"
