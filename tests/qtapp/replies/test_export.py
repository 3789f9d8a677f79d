"""The export follows what was decided of canned replies: asked for in its sheet, with the numbers said first."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from qtapp.dialogs.export import ExportSheet
from tests.qtapp.desk import Desk
from tests.qtapp.replies.invented import HOLDING
from tests.qtapp.replies.test_keys import go

AT_MOST = 5


def test_an_export_without_holding_replies_and_with_few_of_each(page_desk: Desk, tmp_path: Path) -> None:
    go(page_desk, HOLDING)
    page_desk.press("H")
    page_desk.press("Ctrl+E")
    sheet = page_desk.sheet(ExportSheet)
    total = sheet.says.text()
    page_desk.press("Alt+J", "Alt+H")
    page_desk.until(sheet.canned.holding.isChecked)
    assert "9 tickets are written with other replies." in sheet.says.text()
    assert total in sheet.says.text()
    page_desk.press("Alt+K")
    page_desk.until(sheet.canned.at_most.isChecked)
    page_desk.press(str(AT_MOST))
    assert sheet.canned.number.text() == str(AT_MOST)
    assert "tickets are left out that repeat a canned reply." in sheet.says.text()
    promised = int(sheet.says.text().split("\n")[-1].split()[0])
    field = sheet.findChild(QLineEdit, "exportTarget")
    assert field is not None
    field.setFocus()
    field.selectAll()
    target = tmp_path / "clean.jsonl"
    page_desk.write(str(target))
    page_desk.press("Enter")
    page_desk.until(lambda: "exported" in page_desk.toast)
    assert str(target) in page_desk.toast
    page_desk.press("Ctrl+E")
    again = page_desk.sheet(ExportSheet)
    assert (again.request().format, again.request().out, again.request().canned.at_most) == ("jsonl", target, AT_MOST)
    again.reject()
    written = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert len(written) == promised < int(total.split()[0])
    replies = [turn["text"] for one in written for turn in one["replies"]]
    assert HOLDING not in replies
    assert replies
    assert max(map(replies.count, replies)) <= AT_MOST
