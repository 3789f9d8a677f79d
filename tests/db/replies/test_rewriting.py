"""Rewritten replies: those that are meant and no other, in the source too; what a source cannot hold stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import edits, replies, sentences
from db.errors import EditError
from db.exporting import export
from db.importing import import_paths
from db.review import Review
from db.values import CONVERSATION, REPLIES, Ticket
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


UNHELD = "甲\n\n**客户**：你好"
"""What would be read as another turn of the thread."""


def test_what_a_dialect_cannot_hold_stays_and_is_counted(scanned: Review) -> None:
    found, start = look(scanned), list(scanned.tickets())
    effect = replies.effect(found, [handle(found, LINE)], wording=UNHELD)
    assert (effect.tickets, effect.replies, effect.refused) == (3, 3, 5)
    changes = replies.rewrite(scanned, found, [handle(found, LINE)], wording=UNHELD)
    assert changes.ticket_ids == (1, 2, 3)
    assert "5" in sentences.summary(changes.summary)
    assert list(scanned.tickets())[3:] == start[3:]
    assert scanned.check() == []
    edits.undo(scanned)
    assert list(scanned.tickets()) == start


@pytest.mark.parametrize("wording", [UNHELD, "半个字符 \ud800"])
def test_what_no_ticket_can_hold_is_refused(scanned: Review, wording: str) -> None:
    found, start = look(scanned), list(scanned.tickets())
    with pytest.raises(EditError) as caught:
        replies.rewrite(scanned, found, [handle(found, HOLDING)], wording=wording)
    assert caught.value.code == "canned.not_held"
    assert "8" in sentences.error(caught.value)
    assert list(scanned.tickets()) == start
    assert edits.next_undo(scanned) is None


WORDINGS = (
    "第一步，看一下线路\n\n第二步，切换线路",
    "第一行\n### 客服解答\n第二行",
    "甲\n\n## 乙",
    "## Q9: 甲",
    "甲\n---\n乙",
    "甲\n- 乙",
    "- ",
    "```\n甲",
    "> 甲",
    "|甲|乙|",
)


@pytest.mark.parametrize("wording", WORDINGS)
def test_what_a_source_can_hold_is_read_from_it(scanned: Review, tmp_path: Path, wording: str) -> None:
    found = look(scanned)
    replies.rewrite(scanned, found, [handle(found, LINE)], wording=wording)
    assert scanned.check() == []
    export(scanned, tmp_path / "out", "markdown")
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "out"])
        for old, new in zip(scanned.tickets(), again.tickets(), strict=True):
            assert (old.title, old.problem, old.replies, old.conversation, old.root_cause) == (
                new.title, new.problem, new.replies, new.conversation, new.root_cause)  # fmt: skip
